import { describe, expect, it } from 'vitest';
import type { MemberContext } from '../../../src/core/context.ts';
import { InvalidError } from '../../../src/core/errors.ts';
import { translate } from '../../../src/i18n/translate.ts';
import type { CleanupKind } from '../../../src/services/cleanup/kinds.ts';
import { cleanupMessage } from '../../../src/slack/cleanup/message.ts';
import { cleanupModal, confirmModal } from '../../../src/slack/cleanup/modals.ts';
import { readDated } from '../../../src/slack/cleanup/read-dated.ts';
import { textOf, validMessage, validView } from '../../support/valid-slack.ts';

const counts = { loggedSegments: 0, campaignEntries: 3, interactions: 1_000_000, tasks: 4 };
const wish = { kinds: ['loggedSegments', 'campaignEntries', 'interactions', 'tasks'] as const, dated: {} };

describe.each(['en', 'da'] as const)('cleaning up (%s)', (locale) => {
  it('asks about what there is alone', () => {
    expect(JSON.stringify(validView(cleanupModal(locale, counts)))).not.toContain('loggedSegments');
    const asked = validView(confirmModal(locale, { ...wish, kinds: [...wish.kinds] }, counts));
    expect(textOf(asked.blocks)).not.toContain(translate(locale, 'cleanup.loggedSegments', { count: 0 }));
  });

  it('says of which days, in the question and in the report', () => {
    const dated = { from: '2026-01-01', to: '2026-06-30' };
    const question = confirmModal(locale, { kinds: ['interactions'], dated }, counts, true);
    const said = textOf(validView(question).blocks);
    expect(said).toMatch(/\(1\.? jan\.? 2026 – 30\.? jun\.? 2026\)/i);
    expect(said).toContain(translate(locale, 'cleanup.changed'));
    const told = validMessage(cleanupMessage(locale, { ...counts, dated: { to: '2026-06-30' } })).text;
    expect(told).toMatch(/(until|til) 30\.? jun\.? 2026/i);
    expect(cleanupMessage(locale, { ...counts, dated: {} }).text).not.toContain('2026');
    expect(validMessage(cleanupMessage(locale, { ...counts, dated: {} }, '7')).text).toMatch(/ 7\.$/);
  });
});

describe('the days to clean up', () => {
  const ALL = [...wish.kinds];
  const read = (text: string, over: Partial<MemberContext> = {}, kinds: readonly CleanupKind[] = ALL) => {
    const ctx = {
      locale: 'en',
      timeZone: 'Europe/Copenhagen',
      now: () => new Date('2026-11-23T11:00:00Z'),
      ...over,
    };
    try {
      return readDated(ctx as MemberContext, text, kinds);
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      expect(error.fields).toMatchObject([{ field: 'dated', code: error.code }]);
      return `${error.code} ${Object.values(error.params).join(' ')}`;
    }
  };

  it.each([
    ['', {}],
    ['before 1 October', { to: '2026-09-30' }],
    ['older than 12 months', { to: '2025-11-22' }],
    ['before tomorrow', { to: '2026-11-23' }],
    ['2024', { from: '2024-01-01', to: '2024-12-31' }],
    ['this year', { from: '2026-01-01', to: '2026-11-23' }],
    ['from 1 Jan 2025 to 31 March 2025', { from: '2025-01-01', to: '2025-03-31' }],
  ])('are read: %s', (text, days) => expect(read(text)).toEqual(days));

  it.each([
    ['når det regner', 'range_not_understood når det regner'],
    ['from 2026-11-15 to 2026-10-01', 'range_reversed 15 Nov 2026 1 Oct 2026'],
    ['2027-01-15', 'range_in_future 15 Jan 2027'],
    ['since 2027-01-15', 'range_in_future 15 Jan 2027'],
    ['before 2027-02-01', 'range_ends_in_future 31 Jan 2027'],
    ['from 2026-01-01 to 2026-12-31', 'range_ends_in_future 31 Dec 2026'],
    ['before 1900-01-01', 'date_out_of_range 1 Jan 1900'],
  ])('are refused at their field: %s', (text, problem) => expect(read(text)).toBe(problem));

  it.each([
    ['2027-01-15', { from: '2027-01-15', to: '2027-01-15' }],
    ['since 2027-01-15', { from: '2027-01-15' }],
    ['before 2027-02-01', { to: '2027-01-31' }],
    ['this year', { from: '2026-01-01', to: '2026-12-31' }],
  ])('may be still to come for tasks alone: %s', (text, days) => {
    expect(read(text, {}, ['tasks'])).toEqual(days);
    expect(read(text, {}, ['tasks', 'interactions'])).not.toEqual(days);
  });

  it("are read in the member's language and zone", () => {
    expect(read('ældre end 6 måneder', { locale: 'da' })).toEqual({ to: '2026-05-22' });
    const pastMidnight = () => new Date('2026-11-23T23:30:00Z');
    expect(read('before today', { now: pastMidnight })).toEqual({ to: '2026-11-23' });
    expect(read('before today', { now: pastMidnight, timeZone: 'America/New_York' })).toEqual({
      to: '2026-11-22',
    });
  });

  it('are those that the hints give as examples', () => {
    for (const locale of ['en', 'da'] as const) {
      const examples = [...translate(locale, 'cleanup.dated.hint').matchAll(/“([^”]+)”/g)];
      expect(examples).toHaveLength(4);
      for (const [, example = ''] of examples) expect(read(example, { locale })).toHaveProperty('to');
    }
  });
});
