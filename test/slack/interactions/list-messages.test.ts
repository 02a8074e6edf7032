import { describe, expect, it } from 'vitest';
import type { CancelPreview } from '../../../src/services/interactions/preview-cancel.ts';
import { cancelModal } from '../../../src/slack/cancel/modal.ts';
import { listMessage } from '../../../src/slack/interaction-list/message.ts';
import { campaignEntriesMessage } from '../../../src/slack/interactions/campaign-entries.ts';
import { markupIn, NASTY_NAMES, validMessage, validView } from '../../support/valid-slack.ts';

const interaction = (name: string) => ({
  entryId: 9_007_199_254_740_991,
  date: '2026-11-23',
  time: '14:30',
  contactNo: 'CT000065',
  contactName: name,
  companyName: name,
  description: name,
  subject: name,
  templateCode: 'BUS',
  templateName: name,
  evaluation: 'very-positive' as const,
  attemptFailed: true,
  salespersonCode: name,
  loggedBy: name,
  campaignNo: 'CP1001',
  loggedEntryNo: 7,
  segmentNo: 'SM00001',
  cost: '8.00',
  duration: 30,
  comments: 2,
  opportunityNo: '',
  canceled: false,
});
const preview = (description: string): CancelPreview => ({
  target: { kind: 'logged', entryNo: 7 },
  canceled: false,
  description,
  interactions: 100_000,
  more: true,
  campaignEntries: 2,
  attachments: 3,
});

describe.each(['en', 'da'] as const)('lists and questions (%s)', (locale) => {
  it.each(NASTY_NAMES)('stand %s', (_what, name) => {
    const filter = {
      scope: { kind: 'contact' as const, key: 'CT000065' },
      from: '2026-10-01',
      canceled: true,
    };
    const list = {
      scope: { no: 'CT000065', name },
      rows: Array.from({ length: 8 }, (_, at) => ({
        ...interaction(name),
        entryId: 9_007_199_254_740_991 - at,
      })),
      totals: { count: 100_000, cost: '8.00', duration: 30, more: true },
      currency: 'EUR',
      next: { date: '2026-11-23', id: 1 },
    };
    const entry = {
      entryNo: 3,
      description: name,
      date: '2026-11-23',
      segmentNo: '',
      loggedEntryNo: 7,
      canceled: true,
      by: name,
      interactions: 5,
      cost: '8.00',
      duration: 30,
    };
    const entries = {
      campaign: { no: 'CP1001', description: name },
      entries: Array.from({ length: 8 }, () => entry),
      currency: 'EUR',
      total: 20,
      nextBefore: 3,
    };
    for (const message of [
      listMessage(locale, list, { filter, from: 9 }),
      campaignEntriesMessage(locale, entries, { from: 9 }),
    ]) {
      validMessage(message);
      expect(markupIn(message)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    }
    for (const canceled of [true, false]) validView(cancelModal(locale, { ...preview(name), canceled }));
  });
});
