import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/translate.ts';
import type { InteractionRow } from '../../../src/services/interactions/interaction-rows.ts';
import { cancelModal } from '../../../src/slack/cancel/modal.ts';
import { listMessage } from '../../../src/slack/interaction-list/message.ts';
import { SELECTABLE, selectModal } from '../../../src/slack/interaction-list/select-modal.ts';
import { NASTY_NAMES, textOf, validView } from '../../support/valid-slack.ts';

const row = (entryId: number, name: string, canceled = false): InteractionRow => ({
  entryId,
  date: '2026-11-23',
  time: '14:30',
  contactNo: 'CT000065',
  contactName: name,
  companyName: '',
  description: name,
  subject: '',
  templateCode: 'BUS',
  templateName: name,
  evaluation: '',
  attemptFailed: false,
  salespersonCode: 'RR',
  loggedBy: '',
  campaignNo: '',
  loggedEntryNo: 7,
  segmentNo: 'SM00001',
  cost: '8.00',
  duration: 30,
  comments: 0,
  opportunityNo: '',
  canceled,
});
const listOf = (rows: InteractionRow[]) => ({
  scope: { no: 'RR', name: 'Rita Rep' },
  rows,
  totals: { count: 43, cost: '8.00', duration: 30, more: false },
  currency: 'EUR',
});
const rows = (count: number, name = 'Bo') => Array.from({ length: count }, (_, at) => row(at + 1, name));
const page = { filter: { scope: { kind: 'mine' as const, key: '' } }, from: 9 };
const labels = (message: { blocks: unknown[] }) => textOf(message.blocks.at(-1)).split('\n');

describe.each(['en', 'da'] as const)('choosing several (%s)', (locale) => {
  it.each(NASTY_NAMES)('stands %s', (_what, name) => {
    const list = { ...listOf(rows(SELECTABLE, name)), next: { date: '2026-11-23', id: 1 } };
    validView(selectModal(locale, list, { from: 9, draft: Number.MAX_SAFE_INTEGER }));
  });

  it('is offered where there are several that can be canceled', () => {
    const button = translate(locale, 'interactions.select');
    expect(labels(listMessage(locale, listOf(rows(2)), page))).toContain(button);
    expect(labels(listMessage(locale, listOf(rows(1)), page))).not.toContain(button);
    const postponed = { ...page, filter: { ...page.filter, postponed: true } };
    expect(labels(listMessage(locale, listOf(rows(2)), postponed))).not.toContain(button);
  });
});

it('groups the rows by ten, says where they stand in the list, and which are canceled', () => {
  const view = validView(
    selectModal('en', listOf([row(1, 'Ada', true), ...rows(12)]), { from: 9, draft: 5 }),
  );
  const said = textOf(view.blocks);
  expect(said).toContain('9–18 of 43');
  expect(said).toContain('19–21 of 43');
  expect(said).toContain('23 Nov 2026 14:30 · Ada (CT000065)\ncanceled · RR · Ada: Ada');
  expect(said).not.toContain('further down');
});

it('asks with how many change, and how many are so already', () => {
  const preview = {
    target: { kind: 'interactions' as const, entryIds: [3, 2, 1] },
    description: '',
    more: false,
    campaignEntries: 0,
    attachments: 0,
  };
  const undo = validView(cancelModal('en', { ...preview, canceled: true, interactions: 1 }, 5));
  expect(textOf(undo.blocks)).toContain('Let *1 interaction* count again?');
  expect(textOf(undo.blocks)).toContain('The 2 others count already.');
  expect(undo.private_metadata).toContain('"selection":5');
  const all = validView(cancelModal('en', { ...preview, canceled: false, interactions: 3 }, 5));
  expect(textOf(all.blocks)).not.toContain('already');
});
