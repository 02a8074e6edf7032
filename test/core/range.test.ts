import { describe, expect, it } from 'vitest';
import { readRange } from '../../src/core/dates/range.ts';

const read = (text: string, locale: 'en' | 'da' = 'en', now = new Date('2026-11-25T11:00:00Z')) => {
  const found = readRange(text, { locale, now, timeZone: 'Europe/Copenhagen' });
  if (!found.ok) return `${found.code} ${Object.values(found.params).join(' ')}`;
  return `${found.range.from ?? ''}..${found.range.to ?? ''}`;
};

describe('a range of days in words', () => {
  it.each([
    ['last month', '2026-10-01..2026-10-31'],
    ['this week', '2026-11-23..2026-11-29'],
    ['Q3 2026', '2026-07-01..2026-09-30'],
    ['2026', '2026-01-01..2026-12-31'],
    ['2026-10-01', '2026-10-01..2026-10-01'],
    ['2026-10-01..2026-11-15', '2026-10-01..2026-11-15'],
    ['from 1 Oct to 15 Nov', '2026-10-01..2026-11-15'],
    ['1 Oct - 15 Nov', '2026-10-01..2026-11-15'],
    ['from 1 Oct to 15 Dec', '2026-10-01..2026-12-15'],
    ['from 1 Dec to 15 Jan', '2025-12-01..2026-01-15'],
    ['between Q1 2026 and Q2 2026', '2026-01-01..2026-06-30'],
    ['since 1 October', '2026-10-01..'],
    ['since yesterday', '2026-11-24..'],
    ['until 1 October', '..2026-10-01'],
    ['last 7 days', '2026-11-18..2026-11-25'],
    ['before 1 October', '..2026-09-30'],
    ['before 1 Dec', '..2025-11-30'],
    ['before 2026', '..2025-12-31'],
    ['before last month', '..2026-09-30'],
    ['older than 2026-03-01', '..2026-02-28'],
    ['older than 6 months', '..2026-05-24'],
    ['older than a year', '..2025-11-24'],
    ['older than 30 days', '..2026-10-25'],
  ])('English: %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['sidste måned', '2026-10-01..2026-10-31'],
    ['denne uge', '2026-11-23..2026-11-29'],
    ['siden 1. oktober', '2026-10-01..'],
    ['fra 1. oktober til 15. november', '2026-10-01..2026-11-15'],
    ['3. kvartal 2026', '2026-07-01..2026-09-30'],
    ['i fjor', '2025-01-01..2025-12-31'],
    ['til 1/10-2026', '..2026-10-01'],
    ['før 1. oktober', '..2026-09-30'],
    ['ældre end et år', '..2025-11-24'],
    ['ældre end 6 måneder', '..2026-05-24'],
    ['ældre end 1/10-2025', '..2025-09-30'],
  ])('Danish: %s', (text, expected) => expect(read(text, 'da')).toBe(expected));

  it('says what is wrong', () => {
    expect(read('from 15 Nov to 1 Oct')).toBe('range_reversed 2026-11-15 2026-10-01');
    expect(read('2026-11-15..2026-10-01')).toBe('range_reversed 2026-11-15 2026-10-01');
    expect(read('when it rained')).toBe('range_not_understood when it rained');
    expect(read('from 1 Oct to whenever')).toBe('range_not_understood whenever');
    expect(read('before it rained')).toBe('range_not_understood it rained');
    expect(read('older than the hills')).toBe('range_not_understood the hills');
    expect(read('before 1900-01-01')).toBe('date_out_of_range 1900-01-01');
    expect(read('before 3100-01-01')).toBe('date_out_of_range 3100-01-01');
  });

  it("counts in the reader's zone", () => {
    const justPastMidnight = new Date('2026-10-31T23:30:00Z');
    expect(read('this month', 'en', justPastMidnight)).toBe('2026-11-01..2026-11-30');
  });
});
