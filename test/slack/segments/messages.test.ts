import type { Button } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateMessage, validateView } from '../../../src/playground/block-kit/index.ts';
import type { SegmentCard } from '../../../src/services/segments/types.ts';
import type { SlackMessage } from '../../../src/slack/blocks/index.ts';
import { cardMessage, cardModal } from '../../../src/slack/segments/card.ts';
import { VERBS } from '../../../src/slack/segments/command/verbs.ts';
import { countMessage } from '../../../src/slack/segments/count.ts';
import { exportMessage } from '../../../src/slack/segments/export-message.ts';
import { helpMessage, verbHelpMessage } from '../../../src/slack/segments/help.ts';
import { LIST_PAGE, listMessage } from '../../../src/slack/segments/list.ts';
import { newModal } from '../../../src/slack/segments/new-modal.ts';
import { stepAnswer } from '../../../src/slack/segments/step-answer.ts';
import { sampleCard, sampleHeader, sampleResult, sampleStep } from './sample.ts';

const reader = { locale: 'en', timeZone: 'Europe/Copenhagen' } as const;
const danish = { ...reader, locale: 'da' } as const;
const textsOf = (message: SlackMessage) => JSON.stringify(message.blocks);
const buttonsOf = (message: SlackMessage): Button[] =>
  message.blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.filter((one): one is Button => one.type === 'button') : [],
  );
const labels = (message: SlackMessage) => buttonsOf(message).map((button) => button.text.text);

function valid(message: SlackMessage): SlackMessage {
  expect(validateMessage(message)).toEqual([]);
  return message;
}

describe('the card', () => {
  it('shows the segment, its steps, its contacts and what can be done', () => {
    const message = valid(cardMessage(reader, sampleCard()));
    expect(message.text).toBe('SM00001 Autumn call: 64 contacts (9 companies, 55 people), 🟢 Open');
    const texts = textsOf(message);
    expect(texts).toContain('*64 contacts (9 companies, 55 people)*');
    expect(texts).toContain('Contacts* 1–10 of 64');
    expect(texts).toContain('Company &amp; Sons');
    expect(texts).toContain('€512.00');
    expect(texts).toContain('21 h 20 min');
    expect(labels(message)).toEqual(
      'Next,Add,Reduce,Refine,Undo,Submit,Export,Edit,Contacts,Steps,Share'.split(','),
    );
  });

  it('has what is seldom needed behind three dots', () => {
    const dots = (over: Partial<SegmentCard>) =>
      cardMessage(reader, sampleCard(over)).blocks.flatMap((block) =>
        block.type === 'actions' ? block.elements.filter((one) => one.type === 'overflow') : [],
      );
    expect(JSON.stringify(dots({ actions: ['add', 'delete'] }))).toMatch(
      /Save criteria ….*Create tasks ….*Create opportunities ….*Delete …/,
    );
    expect(JSON.stringify(dots({ actions: ['add'] }))).not.toContain('Delete');
    const none = { companies: 0, people: 0 };
    const fresh = sampleHeader({ currentStep: 0, counts: none });
    expect(dots({ actions: ['add'], header: fresh })).toEqual([]);
  });

  it('offers to forget its steps when nobody is left', () => {
    const empty = { counts: { companies: 0, people: 0 }, currentStep: 2, lastStep: 2 };
    const card = (over: object) =>
      textsOf(
        valid(cardMessage(reader, sampleCard({ header: sampleHeader({ ...empty, ...over }), contacts: [] }))),
      );
    expect(card({})).toContain('Reset steps');
    expect(card({})).toContain('All 2 steps are forgotten');
    expect(card({ currentStep: 1, lastStep: 1 })).not.toContain('Reset steps');
  });

  it('speaks Danish', () => {
    const texts = textsOf(valid(cardMessage(danish, sampleCard())));
    expect(texts).toContain('*64 kontakter (9 virksomheder, 55 personer)* · 🟢 Åben');
    expect(texts).toContain('512,00');
  });

  it('pages without losing its place', () => {
    const message = cardMessage(reader, sampleCard({ from: 11, previousBefore: 11, nextAfter: 20 }));
    const values = buttonsOf(message)
      .slice(0, 2)
      .map((button) => JSON.parse(button.value ?? ''));
    expect(values).toEqual([
      { no: 'SM00001', before: 11, from: 1 },
      { no: 'SM00001', after: 20, from: 21 },
    ]);
  });

  it('strikes undone steps and says how an empty segment is filled', () => {
    const undone = cardMessage(
      reader,
      sampleCard({
        steps: [sampleStep({ applied: false })],
        header: sampleHeader({ counts: { companies: 0, people: 0 }, currentStep: 0 }),
        contacts: [],
        actions: ['add', 'redo'],
      }),
    );
    expect(textsOf(valid(undone))).toContain('~1. Added: every contact · +64 contacts');
    expect(textsOf(undone)).toContain('/segment add SM00001');
  });

  it.each(['pending', 'approved', 'rejected', 'voided'] as const)('tells of a %s approval', (status) => {
    const approval = {
      requestId: 7,
      status,
      requestedBy: { memberId: 1, slackUserId: 'U0RITA' },
      decidedBy: status === 'pending' ? null : { memberId: 2, slackUserId: 'U0MONA' },
      decidedAt: status === 'pending' ? null : new Date('2026-11-23T12:00:00Z'),
      comment: '<!channel> no',
    };
    const message = valid(cardMessage(reader, sampleCard({ approval, actions: ['decide', 'add'] })));
    expect(textsOf(message)).not.toContain('<!channel>');
    expect(labels(message)).toContain('Decide');
  });

  it('carries the version it shows, so that a press on an old card is noticed', () => {
    const values = buttonsOf(cardMessage(reader, sampleCard())).map(({ action_id, value }) => [
      action_id,
      value,
    ]);
    expect(Object.fromEntries(values)['segment.undo']).toBe('{"no":"SM00001","version":3}');
  });

  const anyText = fc.string({
    unit: fc.constantFrom('<', '&', 'æ', '😀', 'a', ' ', '*', '\n'),
    maxLength: 400,
  });
  const anyCard = fc
    .record({
      text: anyText,
      contacts: fc.integer({ min: 0, max: 50 }),
      steps: fc.integer({ min: 0, max: 10 }),
    })
    .map(({ text, contacts, steps }): SegmentCard => {
      const [row] = sampleCard().contacts;
      const name = text || 'x';
      return sampleCard({
        header: sampleHeader({
          description: text.slice(0, 100),
          campaign: { id: 1, no: 'CP1001', description: text, salespersonCode: null },
        }),
        contacts: row
          ? Array.from({ length: contacts }, () => ({ ...row, name, companyName: text, city: text }))
          : [],
        steps: Array.from({ length: steps }, (_, index) =>
          sampleStep({
            no: index + 1,
            input: {
              kind: 'refine',
              criteria: { version: 2, all: [{ field: 'name', expression: { op: 'eq', value: name } }] },
              options: { entireCompanies: true },
            },
          }),
        ),
      });
    });

  it('is something Slack takes, whatever people and the database put in', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(validateMessage(cardMessage(reader, card))).toEqual([]);
        expect(validateView(cardModal(danish, card))).toEqual([]);
      }),
    );
  });
});

describe('the answer to a step', () => {
  it('tells what it changed and what the segment holds now', () => {
    const message = valid(stepAnswer(reader, sampleResult()));
    expect(message.text).toBe(
      'Removed 12 contacts (2 companies, 10 people). SM00003 now holds 52 contacts (7 companies, 45 people).',
    );
    expect(textsOf(message)).toContain('Removed: type is person (entire companies)');
    expect(labels(message)).toEqual(['Undo', 'Show']);
  });

  it('tells of undoing, of nothing, of emptiness and of a lost approval', () => {
    const none = { companies: 0, people: 0 };
    const result = sampleResult({
      did: 'undo',
      removed: none,
      now: none,
      voided: true,
      canUndo: false,
      canRedo: true,
    });
    const message = valid(stepAnswer(reader, result));
    expect(message.text).toContain('Step 2 is undone. This changed nothing. SM00003 is empty now.');
    expect(message.text).toContain('no longer counts');
    expect(labels(message)).toEqual(['Redo', 'Show']);
  });
});

describe('lists and help', () => {
  const segments = Array.from({ length: LIST_PAGE }, (_, index) => sampleHeader({ no: `SM0000${index}` }));

  it('lists a page, says where it is, and goes on', () => {
    const next = { changedAt: '2026-11-23T11:00:00.000Z', id: 4 };
    const message = valid(listMessage('en', 'all', { segments, total: 243, next }, 9));
    expect(textsOf(message)).toContain('9–16 of 243');
    expect(labels(message)).toEqual(['Newest', 'Older', 'New segment', 'My segments', 'Help']);
  });

  it('offers a first action where there is nothing', () => {
    const message = valid(listMessage('da', 'mine', { segments: [], total: 0 }, 1));
    expect(labels(message)).toContain('Ny målgruppe');
  });

  it.each(['en', 'da'] as const)('explains everything (%s)', (locale) => {
    valid(helpMessage(locale));
    for (const verb of VERBS) {
      expect(validateMessage(verbHelpMessage(locale, verb))).toEqual([]);
    }
    valid(exportMessage(locale, 'SM00001'));
    valid(countMessage({ locale }, { companies: 1, people: 0 }, { version: 2, all: [] }));
  });

  it('asks for a new segment in a form', () => {
    for (const salesperson of [undefined, { value: 'RR', text: 'RR · Rita Rep' }]) {
      expect(validateView(newModal({ locale: 'en', today: '2026-11-23', salesperson }))).toEqual([]);
    }
  });
});
