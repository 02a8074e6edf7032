import { addDays, addMonths, addQuarters, addYears, endOfWeek, startOfQuarter, startOfWeek } from 'date-fns';
import { da } from 'date-fns/locale/da';
import { enGB } from 'date-fns/locale/en-GB';
import type { Locale } from '../../i18n/translate.ts';
import { type DateProblem, isBusinessDate, parseBusinessDate, today } from '../dates.ts';
import { type Day, day, pastWeekday } from './calendar.ts';

/** Whose calendar counts: "yesterday" is another day elsewhere. */
export interface DateReading {
  now: Date;
  /** IANA zone. */
  timeZone: string;
  /** The language that is tried first; both are read. */
  locale: Locale;
}

/** The days that some words mean, `YYYY-MM-DD`, both ends included: one day has the same twice. */
export interface Period {
  from: string;
  to: string;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
const UNITS: [RegExp, Unit][] = [
  [/^(days?|dage?)$/, 'day'],
  [/^(weeks?|uger?)$/, 'week'],
  [/^(months?|måned(er)?)$/, 'month'],
  [/^(quarters?|kvartal(er)?)$/, 'quarter'],
  [/^(years?|år)$/, 'year'],
];
const unitOf = (word: string) => UNITS.find(([pattern]) => pattern.test(word))?.[1];

const isoOf = (of: Day): string => new Date(of.getTime()).toISOString().slice(0, 10);
const dayOf = (iso: string): Day | undefined => {
  const [year = 0, month = 0, dayOfMonth = 0] = iso.split('-').map(Number);
  return day(year, month, dayOfMonth);
};
const period = (from: Day, to: Day): Period => ({ from: isoOf(from), to: isoOf(to) });

/**
 * The days that words mean, in English or Danish: a day as `parseBusinessDate` reads it, but a weekday or a date
 * without a year is the last one, because what criteria ask about has happened; "last 30 days" up to today; "last
 * month", "this year", "october", "Q3 2026", "2026".
 */
export function readPeriod(
  text: string,
  reading: DateReading,
): { ok: true; period: Period } | { ok: false; code: DateProblem } {
  const words = text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  const now = dayOf(today(reading));
  if (!now || words.length > 60) return { ok: false, code: 'date_not_understood' };
  const found = counted(words, now) ?? named(words, now) ?? ofYear(words, now);
  if (!found) return oneDay(words, now, reading);
  const isKnown = isBusinessDate(found.from) && isBusinessDate(found.to);
  return isKnown ? { ok: true, period: found } : { ok: false, code: 'date_out_of_range' };
}

function moved(from: Day, by: number, unit: Unit): Day {
  if (unit === 'day') return addDays(from, by);
  if (unit === 'week') return addDays(from, 7 * by);
  if (unit === 'quarter') return addQuarters(from, by);
  return unit === 'month' ? addMonths(from, by) : addYears(from, by);
}

/** "Last 30 days" goes as far back as "30 days ago", and up to today. */
function counted(words: string, now: Day): Period | undefined {
  const [, number, word = ''] =
    /^(?:the |de |det )?(?:last|past|previous|sidste|seneste|forløbne) (\d{1,4}) (\p{L}+)$/u.exec(words) ??
    [];
  const unit = unitOf(word);
  return number && unit ? period(moved(now, -Number(number), unit), now) : undefined;
}

/** The whole week, month, quarter or year that holds a day; weeks begin on Monday. */
function around(of: Day, unit: Exclude<Unit, 'day'>): Period | undefined {
  if (unit === 'week') {
    const monday = { weekStartsOn: 1 } as const;
    return span(startOfWeek(of, monday), endOfWeek(of, monday));
  }
  const [year, month] = [of.getFullYear(), of.getMonth() + 1];
  if (unit === 'month') return months(year, month, 1);
  return unit === 'year' ? months(year, 1, 12) : months(year, startOfQuarter(of).getMonth() + 1, 3);
}

const span = (from: Day, to: Day): Period | undefined => {
  const [first, last] = [from, to].map((one) => day(one.getFullYear(), one.getMonth() + 1, one.getDate()));
  return first && last && period(first, last);
};

function months(year: number, month: number, count: number): Period | undefined {
  const first = day(year, month, 1);
  return first && period(first, addDays(addMonths(first, count), -1));
}

function named(words: string, now: Day): Period | undefined {
  if (words === 'i år') return around(now, 'year');
  if (words === 'i fjor') return around(addYears(now, -1), 'year');
  const [, which = '', word = ''] =
    /^(this|last|previous|denne|dette|sidste|forrige) (\p{L}+)$/u.exec(words) ?? [];
  const unit = unitOf(word);
  if (!unit || unit === 'day') return undefined;
  return around(/^(this|denne|dette)$/.test(which) ? now : moved(now, -1, unit), unit);
}

const MONTHS = [da, enGB].map((locale) =>
  Array.from({ length: 12 }, (_, i) =>
    locale.localize.month(i as Parameters<typeof da.localize.month>[0]).toLowerCase(),
  ),
);

function monthOf(word: string): number | undefined {
  if (word.length < 3) return undefined;
  for (const names of MONTHS) {
    const index = names.findIndex((name) => name.startsWith(word));
    if (index >= 0) return index + 1;
  }
  return undefined;
}

/** A year, a quarter or a month; without a year the last one that has begun. */
function ofYear(words: string, now: Day): Period | undefined {
  const [, onlyYear] = /^(?:year |år )?(\d{4})$/.exec(words) ?? [];
  if (onlyYear) return months(Number(onlyYear), 1, 12);
  const [, q, kvartal, year] = /^(?:q([1-4])|([1-4])\. ?kvartal)(?: (\d{4}))?$/.exec(words) ?? [];
  const quarter = q ?? kvartal;
  if (quarter) return lastBegun(3 * Number(quarter) - 2, 3, year, now);
  const [, word = '', ofMonth] = /^(\p{L}+)\.?(?: (\d{4}))?$/u.exec(words) ?? [];
  const month = monthOf(word);
  return month === undefined ? undefined : lastBegun(month, 1, ofMonth, now);
}

function lastBegun(month: number, count: number, year: string | undefined, now: Day): Period | undefined {
  if (year !== undefined) return months(Number(year), month, count);
  return months(now.getFullYear() - (month > now.getMonth() + 1 ? 1 : 0), month, count);
}

const COMING = new Set(['tomorrow', 'imorgen', 'overmorgen']);
/** Long enough to tell dates without a year from those that have one, and from words such as "in a year". */
const DAYS_ON = 400;

function oneDay(
  words: string,
  now: Day,
  reading: DateReading,
): { ok: true; period: Period } | { ok: false; code: DateProblem } {
  const read = (at: Date) => {
    const locales: Locale[] = reading.locale === 'da' ? ['da', 'en'] : ['en', 'da'];
    const tries = locales.map((locale) => parseBusinessDate(words, { ...reading, now: at, locale }));
    return (
      tries.find(({ ok }) => ok) ??
      tries.find((one) => !one.ok && one.code === 'date_out_of_range') ??
      tries[0]
    );
  };
  const found = read(reading.now);
  if (!found?.ok) return found ?? { ok: false, code: 'date_not_understood' };
  const date = inThePast(words, found.date, now, () => read(addDays(reading.now, DAYS_ON)));
  return date === undefined
    ? { ok: false, code: 'date_not_understood' }
    : { ok: true, period: { from: date, to: date } };
}

function inThePast(
  words: string,
  date: string,
  now: Day,
  later: () => ReturnType<typeof parseBusinessDate> | undefined,
): string | undefined {
  const read = dayOf(date);
  if (!read || date <= isoOf(now)) return date;
  if (/^(?:on |på )?\p{L}+\.?$/u.test(words) && !COMING.has(words)) {
    return isoOf(pastWeekday(now, read.getDay()));
  }
  const again = later();
  const isYearless = again?.ok && again.date !== date && again.date.slice(5) === date.slice(5);
  return isYearless ? yearsOn(date, -1) : date;
}

/** The same day in the nearest year before or after that has it. */
export function yearsOn(date: string, by: 1 | -1): string | undefined {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  for (let i = 1; i <= 8; i += 1) {
    const found = day(year + by * i, month, dayOfMonth);
    if (found) return isoOf(found);
  }
  return undefined;
}

/** Whether words mean other days later on: those are kept beside the days they meant. */
export function isRelative(text: string, reading: DateReading): boolean {
  const [at, later] = [reading, { ...reading, now: addDays(reading.now, DAYS_ON) }].map((one) =>
    readPeriod(text, one),
  );
  if (!at?.ok || !later?.ok) return true;
  return at.period.from !== later.period.from || at.period.to !== later.period.to;
}

/** Whether words are a part of some year, whichever: they come back on the same days of another year. */
export function isYearless(text: string, reading: DateReading): boolean {
  const [at, later] = [reading, { ...reading, now: addDays(reading.now, DAYS_ON) }].map((one) =>
    readPeriod(text, one),
  );
  if (!at?.ok || !later?.ok) return false;
  return (
    at.period.from !== later.period.from &&
    at.period.from.slice(5) === later.period.from.slice(5) &&
    !/\b(this|last|previous|denne|dette|sidste|forrige|i år|i fjor)\b/.test(text.toLowerCase())
  );
}
