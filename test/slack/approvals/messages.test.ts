import { describe, expect, test } from 'vitest';
import { PARTS } from '../../../src/services/approvals/fingerprint.ts';
import type { ApprovalRequestView } from '../../../src/services/approvals/types.ts';
import { approvalName, headerValues } from '../../../src/services/segments/header-values.ts';
import type { HeaderField } from '../../../src/services/segments/types.ts';
import { changeWords } from '../../../src/slack/approvals/facts.ts';
import { refusalWords } from '../../../src/slack/approvals/listeners.ts';
import {
  approvalMessage,
  outcomeMessage,
  submittedMessage,
  unreachedMessage,
} from '../../../src/slack/approvals/messages.ts';
import { approveModal, detailsModal, rejectModal } from '../../../src/slack/approvals/modals.ts';
import { data } from '../../../src/slack/text.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';
import { addDenmark, decided, reader, request, voided } from './requests.ts';

const buttonsIn = (value: unknown) => JSON.stringify(value).match(/"action_id":"[^"]+"/g) ?? [];

test('An approver sees the evidence, who asks, and three buttons that screen readers can tell apart.', () => {
  const message = validMessage(approvalMessage(reader(), request()));
  const text = textOf(message.blocks);
  for (const part of [
    'Approval wanted: SM00001 Autumn call',
    '<@U0RITA> asks you to approve this segment: *64 contacts (9 companies, 55 people)*.',
    'Autumn (CP1001)',
    'Business letter (BUS)',
    '€512.00',
    '32 h',
    'Each contact’s own',
    'country is Denmark',
    '• Ann Ek · Ek A/S, Aarhus `CT000001`',
  ]) {
    expect(text).toContain(part);
  }
  expect(message.text).toBe(
    '<@U0RITA> asks you to approve SM00001 Autumn call: 64 contacts (9 companies, 55 people).',
  );
  expect(buttonsIn(message)).toEqual([
    '"action_id":"approval.approve"',
    '"action_id":"approval.reject"',
    '"action_id":"approval.details"',
  ]);
  const row = JSON.stringify(message.blocks);
  expect(row.match(/"style":"primary"/g)).toHaveLength(1);
  expect(row).toContain('"accessibility_label":"Approve SM00001 Autumn call"');
  expect(row).toContain(JSON.stringify(JSON.stringify({ request: 5, version: 4 })));
});

test('After the decision everybody sees who, when and why, and no buttons.', () => {
  const rejected = validMessage(approvalMessage(reader(), decided('rejected', 'Too broad\n<!here>')));
  expect(buttonsIn(rejected)).toEqual([]);
  expect(textOf(rejected.blocks)).toContain('Rejected by <@U0MONA>, <!date^');
  expect(textOf(rejected.blocks)).toContain('> Too broad\n> &lt;!here&gt;');
  const approved = validMessage(approvalMessage(reader('da'), decided('approved')));
  expect(buttonsIn(approved)).toEqual([]);
  expect(textOf(approved.blocks)).toContain('Godkendt: SM00001 Autumn call');
});

test('The details of a voided request show nothing of what the segment holds by now.', () => {
  const said = textOf(validView(detailsModal(reader(), voided)).blocks);
  expect(said).not.toContain('How it was made');
  expect(said).not.toContain('Ann Ek');
});

test('Each step of a request says whether its contacts came or went.', () => {
  const reduced = { no: 2, input: { ...addDenmark, kind: 'reduce' }, changed: { companies: 0, people: 5 } };
  const steps = [...request().steps, reduced] as ReturnType<typeof request>['steps'];
  const said = textOf(validView(detailsModal(reader(), request({ steps }))).blocks);
  expect(said).toContain('+64 contacts (9 companies, 55 people)');
  expect(said).toContain('−5 contacts (0 companies, 5 people)');
});

test('A voided request says what changed.', () => {
  const message = validMessage(approvalMessage(reader(), voided));
  expect(buttonsIn(message)).toEqual([]);
  expect(textOf(message.blocks)).toContain(
    'Added: 12 contacts (2 companies, 10 people). Removed: 3 contacts (0 companies, 3 people). ' +
      'Changed: interaction template, cost per contact and other details.',
  );
  const danish = textOf(validMessage(outcomeMessage(reader('da'), voided)).blocks);
  expect(danish).toContain('Ændret: interaktionsskabelon, kostbeløb pr. kontakt og andre oplysninger.');
});

test('Whoever asked is told what to do next: log, or look at the segment and submit it again.', () => {
  const approved = validMessage(outcomeMessage(reader(), decided('approved', 'Fine by me')));
  expect(buttonsIn(approved)).toEqual(['"action_id":"log.open"', '"action_id":"segment.show"']);
  expect(textOf(approved.blocks)).toContain('> Fine by me');
  const rejected = validMessage(outcomeMessage(reader(), decided('rejected', 'Too broad')));
  expect(buttonsIn(rejected)).toEqual(['"action_id":"segment.show"']);
  expect(rejected.text).toContain('<@U0MONA> rejected *SM00001* Autumn call.');
});

test('Who cannot decide is told why; the details then have no buttons.', () => {
  const own = request({ mayDecide: false, whyNot: 'own_request' });
  const why = refusalWords('en', own);
  expect(why?.markup).toContain('You built or submitted this segment yourself');
  const modal = validView(detailsModal(reader(), own, why));
  expect(buttonsIn(modal)).toEqual([]);
  expect(textOf(modal.blocks)).toContain('You cannot decide on this one');
  expect(refusalWords('en', decided('approved'))?.markup).toContain('already approved by <@U0MONA>');
  expect(refusalWords('da', voided)?.markup).toContain('SM00001');
  expect(refusalWords('en', request())).toBeUndefined();
  expect(buttonsIn(validView(detailsModal(reader(), request())))).toEqual([
    '"action_id":"approval.approve"',
    '"action_id":"approval.reject"',
  ]);
});

test('The details name the approvers whom no message reached, while it matters.', () => {
  const unreached = [{ slackUserId: 'U0ANNA', error: 'user_not_found' }];
  const open = textOf(validView(detailsModal(reader(), request({ unreached }))).blocks);
  expect(open).toContain('Not reached by direct message: <@U0ANNA>.');
  expect(textOf(detailsModal(reader(), { ...decided('approved'), unreached }).blocks)).not.toContain(
    'U0ANNA',
  );
  expect(validMessage(unreachedMessage('en', request({ unreached }))).text).toMatch(
    /waits for approval\. Not reached by direct message: <@U0ANNA>\. Please tell them yourself\.$/,
  );
});

test('What was told of an approval stays, and follows what becomes of the segment.', () => {
  const approval = decided('approved');
  const once = { ...approval, status: 'voided' as const, change: voided.change };
  const words = (view: ApprovalRequestView, told?: 'approved') =>
    textOf(validMessage(outcomeMessage(reader(), view, told)).blocks);
  expect(words(once, 'approved')).toMatch(/approved \*SM\d+\*.*\. That no longer counts\./);
  expect(words(once)).toMatch(/The approval of \*SM\d+\*.* no longer counts/);
  expect(words(voided)).toMatch(/The request for \*SM\d+\*.* no longer counts/);
  const logged = { ...approval, logged: true };
  expect(words(logged, 'approved')).toContain('It has been logged since.');
  expect(buttonsIn(validMessage(outcomeMessage(reader(), logged, 'approved')))).toEqual([
    '"action_id":"segment.show"',
  ]);
});

test('The reason of a rejection is required, the comment of an approval is not.', () => {
  const inputOf = (view: ReturnType<typeof rejectModal>) => view.blocks.find(({ type }) => type === 'input');
  expect(inputOf(validView(rejectModal('en', request())))).toMatchObject({
    block_id: 'reason',
    optional: false,
  });
  expect(inputOf(validView(approveModal('en', request())))).toMatchObject({
    block_id: 'comment',
    optional: true,
  });
});

describe.each(['en', 'da'] as const)('In %s', (locale) => {
  test.each(NASTY_NAMES)('messages and modals stand names with %s', (_what, name) => {
    const nasty: Partial<ApprovalRequestView> = {
      description: name,
      campaign: { id: 1, no: 'CP1001', description: name, startingDate: null, endingDate: null },
      template: { code: 'BUS', description: name },
      salesperson: { code: 'RR', name },
      sample: Array.from({ length: 10 }, (_, index) => ({
        lineNo: index,
        contactNo: `CT${index}`,
        name,
        type: 'person' as const,
        companyName: name,
        city: name,
        email: name,
      })),
      steps: Array.from({ length: 20 }, (_, index) => ({
        no: index + 1,
        input: {
          kind: 'reduce',
          criteria: { version: 2, all: [{ field: 'name', expression: { op: 'eq', value: name || 'x' } }] },
          options: { entireCompanies: true },
        },
        changed: { companies: 1, people: 1 },
      })),
    };
    const comment = name.slice(0, 1000);
    const cases = [
      request(nasty),
      { ...decided('approved', comment), ...nasty },
      { ...decided('rejected', comment), ...nasty },
      { ...voided, ...nasty },
    ];
    for (const view of cases) {
      const message = validMessage(approvalMessage(reader(locale), view));
      expect(message.text).not.toBe('');
      expect(markupIn(message)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
      validMessage(outcomeMessage(reader(locale), view));
      validView(detailsModal(reader(locale), view, data(name)));
      validView(approveModal(locale, view));
      validView(rejectModal(locale, view));
    }
  });

  test('five hundred steps show the last ones, and how many came before', () => {
    const steps = Array.from({ length: 20 }, (_, index) => ({
      no: 481 + index,
      input: addDenmark,
      changed: { companies: 0, people: 0 },
    }));
    const text = textOf(validMessage(approvalMessage(reader(locale), request({ steps }))).blocks);
    expect(text).toContain('500. ');
    expect(text).toContain('492');
  });

  test('a request without contacts, campaign, template or sample is sound', () => {
    const bare = request({
      counts: { companies: 0, people: 0 },
      sample: [],
      steps: [],
      campaign: null,
      template: null,
    });
    validMessage(approvalMessage(reader(locale), bare));
    validView(detailsModal(reader(locale), bare));
  });

  test('submitting names whom it asked', () => {
    const message = submittedMessage(locale, {
      requestId: 5,
      segmentNo: 'SM00001',
      counts: { companies: 9, people: 55 },
      approvers: ['U0MONA', 'U0ANNA'],
    });
    expect(validMessage(message).text).toContain('<@U0MONA>, <@U0ANNA>');
  });
});

test('Whatever can change is called by a name of its own, in both languages.', () => {
  const none = { companies: 0, people: 0 };
  const { campaignId: _, ...shape } = headerValues.shape;
  const fields = new Set([...PARTS, ...(Object.keys(shape) as HeaderField[]).map(approvalName)]);
  for (const locale of ['en', 'da'] as const) {
    const said = [...fields].map(
      (field) => changeWords(locale, { added: none, removed: none, fields: [field] }).markup,
    );
    expect(new Set(said).size).toBe(fields.size);
    expect(said.join('\n')).not.toMatch(/other details|andre oplysninger/);
  }
});
