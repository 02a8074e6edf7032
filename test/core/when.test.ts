import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWhen, type WhenOptions } from '../../src/core/dates/when.ts';

/** A Monday, 12:00 in Copenhagen. */
const MONDAY = new Date('2026-11-23T11:00:00Z');
const base: WhenOptions = { now: MONDAY, timeZone: 'Europe/Copenhagen', locale: 'en' };

const read = (text: string, over: Partial<WhenOptions> = {}) => {
  const found = parseWhen(text, { ...base, ...over });
  return found.ok ? `${found.date} ${found.time ?? '-'}` : found.code;
};
const NO = 'when_not_understood';

describe('English', () => {
  test.each([
    ['now', '2026-11-23 12:00'],
    [' Yesterday  14:00 ', '2026-11-22 14:00'],
    ['yesterday at 2pm', '2026-11-22 14:00'],
    ['yesterday, 2:30 p.m.', '2026-11-22 14:30'],
    ['yesterday at 14', '2026-11-22 14:00'],
    ['yesterday', '2026-11-22 -'],
    ['this morning', '2026-11-23 -'],
    ['last night', '2026-11-22 -'],
    ['14:30', '2026-11-23 14:30'],
    ['8.15', '2026-11-23 08:15'],
    ['noon', '2026-11-23 12:00'],
    ['yesterday at noon', '2026-11-22 12:00'],
    ['12am', '2026-11-23 00:00'],
    ['12pm', '2026-11-23 12:00'],
    ['2 hours ago', '2026-11-23 10:00'],
    ['half an hour ago', '2026-11-23 11:30'],
    ['90 min ago', '2026-11-23 10:30'],
    ['in an hour', '2026-11-23 13:00'],
    ['3 days ago', '2026-11-20 -'],
    ['2026-11-20', '2026-11-20 -'],
    ['2026-11-20 09:05', '2026-11-20 09:05'],
    ['2026-11-20T09:05', '2026-11-20 09:05'],
    ['2026-11-20T09:05:30Z', '2026-11-20 10:05'],
    ['2026-11-20T23:30-08:00', '2026-11-21 08:30'],
    ['last friday 9:00', '2026-11-20 09:00'],
    ['tomorrow 9am', '2026-11-24 09:00'],
    ['10.11', '2026-11-23 10:11'],
    ['1 feb 2026 13.45', '2026-02-01 13:45'],
  ])('%s is %s', (text, when) => expect(read(text)).toBe(when));

  test.each([
    ['', NO],
    ['soon', NO],
    ['yesterday 14', NO],
    ['yesterday 25:00', NO],
    ['14:60', NO],
    ['13pm', NO],
    ['call Bob yesterday 14:00', NO],
    ['in 2 hours ago', NO],
    ['2 hours', NO],
    ['2026-02-30 09:00', NO],
    ['now '.repeat(400), NO],
    ['1 jan 1899 09:00', 'date_out_of_range'],
  ])('“%s” is refused', (text, code) => expect(read(text)).toBe(code));
});

describe('Danish', () => {
  test.each([
    ['nu', '2026-11-23 12:00'],
    ['i går kl. 14', '2026-11-22 14:00'],
    ['I går kl 14.30', '2026-11-22 14:30'],
    ['i går klokken 9', '2026-11-22 09:00'],
    ['i forgårs 9.30', '2026-11-21 09:30'],
    ['i morges', '2026-11-23 -'],
    ['i aftes', '2026-11-22 -'],
    ['i fredags kl. 10', '2026-11-20 10:00'],
    ['for 2 timer siden', '2026-11-23 10:00'],
    ['for en halv time siden', '2026-11-23 11:30'],
    ['om en time', '2026-11-23 13:00'],
    ['for 3 dage siden kl. 8', '2026-11-20 08:00'],
    ['kl. 8', '2026-11-23 08:00'],
    ['10.11', '2027-11-10 -'],
    ['20. november kl. 16', '2027-11-20 16:00'],
    ['20/11-2026 16:00', '2026-11-20 16:00'],
    ['yesterday 14:00', '2026-11-22 14:00'],
  ])('%s is %s', (text, when) => expect(read(text, { locale: 'da' })).toBe(when));
});

describe('what lies behind', () => {
  test.each([
    ['friday 14:00', 'en', '2026-11-20 14:00'],
    ['on friday', 'en', '2026-11-20 -'],
    ['22 nov', 'en', '2026-11-22 -'],
    ['22/11', 'en', '2026-11-22 -'],
    ['24 nov', 'en', '2025-11-24 -'],
    ['fredag kl. 9', 'da', '2026-11-20 09:00'],
    ['20. nov.', 'da', '2026-11-20 -'],
    ['tomorrow', 'en', '2026-11-24 -'],
    ['in 3 days', 'en', '2026-11-26 -'],
    ['next friday', 'en', '2026-12-04 -'],
    ['24 nov 2026', 'en', '2026-11-24 -'],
    ['om 3 dage', 'da', '2026-11-26 -'],
    ['i morgen', 'da', '2026-11-24 -'],
  ] as const)('%s is %s, %s', (text, locale, when) => {
    expect(read(text, { locale, past: true })).toBe(when);
  });
});

describe('when the clocks change', () => {
  const spring = { now: new Date('2026-03-29T10:00:00Z') };

  test('a time that they leave out is none', () => {
    expect(read('2026-03-29 02:30', spring)).toBe(NO);
    expect(read('2026-03-29 03:00', spring)).toBe('2026-03-29 03:00');
    expect(read('2026-03-29 02:30', { ...spring, timeZone: 'UTC' })).toBe('2026-03-29 02:30');
  });

  test('hours are hours', () => {
    // 12:00 in Copenhagen; the night was an hour short.
    expect(read('11 hours ago', spring)).toBe('2026-03-29 00:00');
    expect(read('12 hours ago', { now: new Date('2026-10-25T11:00:00Z') })).toBe('2026-10-25 01:00');
  });

  test('a day is the day of the zone', () => {
    const late = { now: new Date('2026-11-23T23:30:00Z') };
    expect(read('now', late)).toBe('2026-11-24 00:30');
    expect(read('yesterday 14:00', { ...late, timeZone: 'America/New_York' })).toBe('2026-11-22 14:00');
  });
});

test('what is shown back is read as what it was', () => {
  const zones = fc.constantFrom(
    'Europe/Copenhagen',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Apia',
    'UTC',
  );
  const days = fc.date({ min: new Date('1901-01-01'), max: new Date('2998-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, zones, fc.constantFrom('en' as const, 'da' as const), (at, timeZone, locale) => {
      const there = new TZDate(at, timeZone);
      const two = (value: number) => String(value).padStart(2, '0');
      const day = [there.getFullYear(), two(there.getMonth() + 1), two(there.getDate())].join('-');
      const time = `${two(there.getHours())}:${two(there.getMinutes())}`;
      for (const text of [`${day} ${time}`, `${day}T${time}`, at.toISOString()]) {
        expect(parseWhen(text, { now: MONDAY, timeZone, locale })).toEqual({ ok: true, date: day, time });
      }
    }),
    { numRuns: 200 },
  );
});
