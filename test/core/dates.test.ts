import { afterEach, describe, expect, test } from 'vitest';
import { formatDate, parseBusinessDate, today } from '../../src/core/dates.ts';

const COPENHAGEN = 'Europe/Copenhagen';
/** A Monday, 12:00 in Copenhagen. */
const MONDAY = new Date('2026-11-23T11:00:00Z');

const read = (text: string, locale: 'en' | 'da', now = MONDAY, timeZone = COPENHAGEN) => {
  const found = parseBusinessDate(text, { now, timeZone, locale });
  return found.ok ? found.date : found.code;
};

const NO = 'date_not_understood';

describe('English', () => {
  test.each([
    ['today', '2026-11-23'],
    ['  Tomorrow ', '2026-11-24'],
    ['yesterday', '2026-11-22'],
    ['day after tomorrow', '2026-11-25'],
    ['friday', '2026-11-27'],
    ['on friday', '2026-11-27'],
    ['this friday', '2026-11-27'],
    ['next friday', '2026-12-04'],
    ['last friday', '2026-11-20'],
    ['wednesday next week', '2026-12-02'],
    // A weekday is never today.
    ['monday', '2026-11-30'],
    ['next monday', '2026-11-30'],
    ['last monday', '2026-11-16'],
    ['in 3 days', '2026-11-26'],
    ['30 days ago', '2026-10-24'],
    ['next week', '2026-11-30'],
    ['next month', '2026-12-23'],
    ['in a month', '2026-12-23'],
    ['2 months ago', '2026-09-23'],
    ['a year from now', '2027-11-23'],
    ['end of month', '2026-11-30'],
    // Day first, and the coming one without a year.
    ['1 february', '2027-02-01'],
    ['1st of Feb 2027', '2027-02-01'],
    ['friday 27 november', '2026-11-27'],
    ['1/2', '2027-02-01'],
    ['01/02/2026', '2026-02-01'],
    ['1.2.2026', '2026-02-01'],
    ['31/12/2025', '2025-12-31'],
    ['2026-02-01', '2026-02-01'],
    ['23 nov', '2026-11-23'],
    ['22 nov', '2027-11-22'],
    ['29 feb 2028', '2028-02-29'],
    ['1 jan 1900', '1900-01-01'],
    ['31 dec 2999', '2999-12-31'],
  ])('%s is %s', (text, date) => expect(read(text, 'en')).toBe(date));

  test.each([
    ['', NO],
    ['31 February 2027', NO],
    ['29/2/2027', NO],
    ['2026-02-30', NO],
    ['friday 26 november 2026', NO],
    ['first of next month', NO],
    ['call Bob on friday', NO],
    ['12', NO],
    ['2026', NO],
    ['Q3 2026', NO],
    ['february', NO],
    ['this week', NO],
    ['5-6 feb', NO],
    ['today until tomorrow', NO],
    ['last month ago', NO],
    ['3pm', NO],
    ['tomorrow 9am', NO],
    ['in an hour', NO],
    ['i morgen', NO],
    ['friday '.repeat(400), NO],
    ['1 jan 1899', 'date_out_of_range'],
    ['1 jan 3000', 'date_out_of_range'],
    ['0026-01-01', 'date_out_of_range'],
    ['in 999 years', 'date_out_of_range'],
  ])('“%s” is refused', (text, code) => expect(read(text, 'en')).toBe(code));
});

describe('Danish', () => {
  test.each([
    ['i dag', '2026-11-23'],
    ['I  Morgen', '2026-11-24'],
    ['i overmorgen', '2026-11-25'],
    ['i går', '2026-11-22'],
    ['i forgårs', '2026-11-21'],
    ['fredag', '2026-11-27'],
    ['på fredag', '2026-11-27'],
    ['mandag', '2026-11-30'],
    ['lør.', '2026-11-28'],
    ['næste fredag', '2026-12-04'],
    ['fredag i næste uge', '2026-12-04'],
    ['næste søndag', '2026-12-06'],
    ['sidste fredag', '2026-11-20'],
    ['i fredags', '2026-11-20'],
    ['om 3 dage', '2026-11-26'],
    ['om en uge', '2026-11-30'],
    ['om fjorten dage', '2026-12-07'],
    ['for 2 uger siden', '2026-11-09'],
    ['for et år siden', '2025-11-23'],
    ['om tre måneder', '2027-02-23'],
    ['næste måned', '2026-12-23'],
    ['sidste måned', '2026-10-23'],
    ['1. februar', '2027-02-01'],
    ['den 1. feb. 2027', '2027-02-01'],
    ['31. okt', '2027-10-31'],
    ['1/2', '2027-02-01'],
    ['1/2-2027', '2027-02-01'],
    ['1.2.2027', '2027-02-01'],
    ['01-02-2027', '2027-02-01'],
    ['1/2-27', '2027-02-01'],
    ['1/2-87', '1987-02-01'],
    ['2027-02-01', '2027-02-01'],
    ['fredag den 27. november 2026', '2026-11-27'],
    ['torsdag d. 26. november', '2026-11-26'],
    // English will do too.
    ['tomorrow', '2026-11-24'],
    // Decomposed letters, as some keyboards send them.
    ['i går'.normalize('NFD'), '2026-11-22'],
  ])('%s is %s', (text, date) => expect(read(text, 'da')).toBe(date));

  test.each([
    ['31. februar 2027', NO],
    ['31/2-2027', NO],
    ['29. februar', NO],
    ['fredag den 26. november 2026', NO],
    ['for 2 dage', NO],
    ['om 2 dage siden', NO],
    ['ti', NO],
    ['februar', NO],
    ['12', NO],
    ['1. januar 3000', 'date_out_of_range'],
    ['1. januar 1899', 'date_out_of_range'],
    ['om 3000 år', 'date_out_of_range'],
  ])('“%s” is refused', (text, code) => expect(read(text, 'da')).toBe(code));
});

describe('Zones and changes of summer time', () => {
  test.each([
    ['2026-11-23T22:59:59Z', COPENHAGEN, '2026-11-23'],
    ['2026-11-23T23:00:00Z', COPENHAGEN, '2026-11-24'],
    ['2026-07-01T21:59:59Z', COPENHAGEN, '2026-07-01'],
    ['2026-07-01T22:00:00Z', COPENHAGEN, '2026-07-02'],
    ['2026-11-23T11:00:00Z', 'Pacific/Kiritimati', '2026-11-24'],
    ['2026-11-23T11:00:00Z', 'Pacific/Pago_Pago', '2026-11-23'],
    ['2026-11-23T10:59:00Z', 'Pacific/Pago_Pago', '2026-11-22'],
    ['2026-12-31T23:30:00Z', COPENHAGEN, '2027-01-01'],
  ])('at %s it is in %s the %s', (now, timeZone, date) => {
    expect(today({ now: new Date(now), timeZone })).toBe(date);
    expect(read('today', 'en', new Date(now), timeZone)).toBe(date);
    expect(read('i dag', 'da', new Date(now), timeZone)).toBe(date);
  });

  /** The nights around both changes, by the minute before and after midnight. */
  const eves = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'];
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Africa/Cairo', COPENHAGEN])(
    'the zone of the process (%s) does not matter',
    (processZone) => {
      process.env.TZ = processZone;
      for (const eve of eves) {
        const offset = eve < '2026-03-29' || eve > '2026-10-24' ? '+01:00' : '+02:00';
        for (const time of ['00:01', '12:00', '23:59']) {
          // On the days of the change itself the offset is another one at night than at noon.
          const now = new Date(
            `${eve}T${time}:00${eve === '2026-10-25' && time === '00:01' ? '+02:00' : eve === '2026-03-29' && time === '00:01' ? '+01:00' : offset}`,
          );
          const plus = (days: number) =>
            new Date(Date.parse(`${eve}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
          expect([eve, time, read('today', 'en', now)]).toEqual([eve, time, eve]);
          expect(read('tomorrow', 'en', now)).toBe(plus(1));
          expect(read('yesterday', 'en', now)).toBe(plus(-1));
          expect(read('in 3 days', 'en', now)).toBe(plus(3));
          expect(read('30 days ago', 'en', now)).toBe(plus(-30));
          expect(read('om 3 dage', 'da', now)).toBe(plus(3));
          expect(read('i morgen', 'da', now)).toBe(plus(1));
          expect(read('monday', 'en', now)).toBe(read('mandag', 'da', now));
          expect(read('next friday', 'en', now)).toBe(read('næste fredag', 'da', now));
        }
      }
    },
  );
});

test('English and Danish weekdays mean the same on every day of the week', () => {
  const pairs = [
    ['monday', 'mandag'],
    ['tuesday', 'tirsdag'],
    ['wednesday', 'onsdag'],
    ['thursday', 'torsdag'],
    ['friday', 'fredag'],
    ['saturday', 'lørdag'],
    ['sunday', 'søndag'],
  ];
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const now = new Date(MONDAY.getTime() + ahead * 86_400_000);
    for (const [english, danish] of pairs) {
      for (const [en, da] of [
        ['', ''],
        ['next ', 'næste '],
        ['last ', 'sidste '],
      ]) {
        expect([now, `${en}${english}`, read(`${en}${english}`, 'en', now)]).toEqual([
          now,
          `${en}${english}`,
          read(`${da}${danish}`, 'da', now),
        ]);
      }
    }
  }
});

test('A month that is shorter ends the step', () => {
  const now = new Date('2027-01-31T11:00:00Z');
  expect(read('next month', 'en', now)).toBe('2027-02-28');
  expect(read('om en måned', 'da', now)).toBe('2027-02-28');
});

test('Dates are written as the language does', () => {
  expect(formatDate('2026-11-23', 'en')).toBe('23 Nov 2026');
  expect(formatDate('2026-11-23', 'da')).toBe('23. nov. 2026');
});
