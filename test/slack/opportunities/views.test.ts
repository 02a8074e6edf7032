import { describe, expect, it } from 'vitest';
import { rowActions } from '../../../src/slack/interaction-list/row-actions.ts';
import { opportunityMessage } from '../../../src/slack/opportunities/card.ts';
import { closeForm } from '../../../src/slack/opportunities/close-form.ts';
import { VERBS, verbs } from '../../../src/slack/opportunities/command/verbs.ts';
import { commentsForm } from '../../../src/slack/opportunities/comments-form.ts';
import { contactSales } from '../../../src/slack/opportunities/contact-buttons.ts';
import { editForm } from '../../../src/slack/opportunities/form.ts';
import { helpMessage } from '../../../src/slack/opportunities/help.ts';
import { listMessage } from '../../../src/slack/opportunities/list.ts';
import { segmentForm } from '../../../src/slack/opportunities/segment-form.ts';
import { data } from '../../../src/slack/text.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';
import { NOON } from '../../support/workspace.ts';

import { card, LOCALES, list, reader, unknown } from './sample.ts';

describe('the card', () => {
  it('says what it is worth and what can be done', () => {
    const message = validMessage(opportunityMessage('en', card()));
    const said = textOf(message.blocks);
    for (const part of [
      'OP000001 · Oak tables',
      'Bo Holm (Alpha A/S) · CT000003',
      '€1,000.00 × 25% = €250.00',
      '18 Dec 2026',
      'Created 23 Nov 2026 by Rita Rep, from segment SM00001 Autumn call',
      'Edit\nWon\nLost\nComment',
    ])
      expect(said).toContain(part);
    expect(message.text).toBe(
      'OP000001 Oak tables: Bo Holm (Alpha A/S), In progress, €1,000.00 × 25% = €250.00.',
    );
    const danish = textOf(validMessage(opportunityMessage('da', card(), data('Gemt.'))).blocks);
    for (const part of ['Gemt.', '1.000,00 € × 25 % = 250,00 €', '18. dec. 2026', 'Vundet\nTabt'])
      expect(danish.replaceAll('\u00a0', ' ')).toContain(part);
  });

  it('stands with as little as is known, and has less to press once it is closed', () => {
    expect(textOf(validMessage(opportunityMessage('en', card(unknown))))).toContain('not estimated yet');
    const some = card({ ...unknown, chances: 10 });
    expect(textOf(opportunityMessage('en', some))).toContain('not estimated yet · 10%');
    expect(textOf(opportunityMessage('en', card({ chances: null, calculatedValue: null })))).toContain(
      '*Estimated value*\n€1,000.00',
    );
    const won = card({ status: 'won', closedOn: '2026-11-30', closeReason: 'Best price', comments: 2 });
    const said = textOf(validMessage(opportunityMessage('en', won)).blocks);
    expect(said).toContain('Won on 30 Nov 2026: Best price');
    expect(said).not.toContain('Edit');
    expect(said).toMatch(/2 comments$/);
  });
});

describe('the list', () => {
  it('says what they are worth together, and pages', () => {
    const message = validMessage(listMessage('en', { kind: 'mine', key: '' }, { ...list(), from: 9 }));
    const said = textOf(message.blocks);
    expect(said).toContain('*OP000001* Oak tables\nBo Holm (Alpha A/S) · €1,000.00 × 25% = €250.00');
    expect(said).toContain('closes 18 Dec 2026 · RR');
    expect(said).toContain('€12,000.00 estimated, €4,000.50 calculated');
    expect(said).toContain('Previous\nNext\nNew opportunity\nAll opportunities');
  });

  it('says so where there are none', () => {
    const none = { ...list({}, 0), opportunities: [] };
    for (const kind of ['mine', 'all', 'contact', 'campaign'] as const) {
      for (const locale of LOCALES) {
        validMessage(listMessage(locale, { kind, key: 'CP1001' }, none));
      }
    }
    expect(textOf(listMessage('en', { kind: 'contact', key: 'CT000001' }, none))).toContain(
      'CT000001 has no active opportunities.',
    );
  });
});

describe('68: the dots of an interaction', () => {
  const said = (over: { opportunityNo?: string; canceled?: boolean }) =>
    textOf(rowActions('en', { entryId: 1, contactNo: 'CT1', opportunityNo: '', canceled: false, ...over }));

  it('offer an opportunity only if it counts and has none', () => {
    expect(said({})).toContain('Create opportunity');
    expect(said({ canceled: true })).not.toContain('Create opportunity');
    expect(said({ opportunityNo: 'OP000001' })).not.toContain('Create opportunity');
  });
});

it('A contact has its opportunities where there are any, and a new one unless privacy forbids it.', () => {
  const contact = {
    contactNo: 'CT1',
    name: 'Bo',
    type: 'person',
    companyName: '',
    city: '',
    email: '',
  } as const;
  const flags = { privacyBlocked: false, excludeFromSegment: false, minor: false, parentalConsent: false };
  const opportunities = { count: 3, estimated: '1.00', calculated: '1.00' };
  expect(textOf(contactSales('en', { contact, flags, opportunities }))).toBe(
    'Opportunities (3)\nNew opportunity',
  );
  const blocked = { ...flags, privacyBlocked: true };
  expect(
    contactSales('en', { contact, flags: blocked, opportunities: { ...opportunities, count: 0 } }),
  ).toEqual([]);
});

it('The command understands Danish verbs, and guesses what was meant.', () => {
  expect(['ny', 'LISTE', 'vis', 'hjælp', 'mine'].map((word) => verbs.find(word))).toEqual([
    'new',
    'list',
    'show',
    'help',
    'list',
  ]);
  expect(verbs.nearest('shwo')).toBe('show');
  for (const locale of LOCALES) {
    const said = textOf(validMessage(helpMessage(locale)));
    for (const verb of VERBS) expect(said).toContain(`/opportunity ${verb}`);
  }
});

describe.each(NASTY_NAMES)('%s', (_, name) => {
  it.each(LOCALES)('stands in everything (%s)', (locale) => {
    const nasty = card({
      description: name,
      contact: { no: 'CT1', name, companyName: name },
      salesperson: { code: name.slice(0, 20) || 'RR', description: name },
      campaign: { no: 'CP1001', description: name },
      segment: { no: 'SM00001', description: name },
      createdBy: { memberId: 101, slackUserId: 'U0RITA', name },
      mayDelete: true,
      status: 'lost',
      closedOn: '2026-11-23',
      closeReason: name,
    });
    const comments = Array.from({ length: 20 }, () => ({
      comment: name.slice(0, 1000),
      by: { slackUserId: 'U0RITA', name },
      at: NOON,
    }));
    const preview = { no: 'SM00001', description: name, version: 1, contacts: 2, blocked: 0, existing: 1 };
    const views = [
      editForm(locale, nasty),
      closeForm(locale, nasty, 'won'),
      commentsForm({ locale, ...reader }, nasty, comments),
      segmentForm(locale, preview),
    ];
    const messages = [
      opportunityMessage(locale, nasty),
      listMessage(locale, { kind: 'all', key: '' }, list(nasty)),
    ];
    for (const view of views) validView(view);
    for (const message of messages) validMessage(message);
    expect(markupIn([...views, ...messages])).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
  });
});
