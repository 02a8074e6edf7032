import { addDays, type DateProblem, isBusinessDate } from '../dates.ts';
import type { ErrorCode, ErrorParams } from '../errors.ts';
import { type DateReading, isYearless, type Period, readPeriod, yearsOn } from './period.ts';

/** Days from one to another, both included; an end that is left out is open. */
export interface DateRange {
  from?: string;
  to?: string;
}

type Read = { ok: true; range: DateRange } | { ok: false; code: ErrorCode; params: ErrorParams };

const BETWEEN = [
  /^(?:from|fra|between|mellem|imellem) (.+?) (?:to|until|till|til|and|og) (.+)$/,
  /^(.+?) ?\.\. ?(.+)$/,
  /^(.+?) (?:[-–—]|to|til) (.+)$/,
];
const SINCE = /^(?:since|from|siden|fra|fra og med) (.+)$/;
const BEFORE = /^(?:before|prior to|før|inden|older than|ældre end) (.+)$/;
const OLDER = /^(?:older than|ældre end) (?:(\d{1,4})|an?|one|en|et) (\p{L}+)$/u;
const UNTIL = /^(?:until|till|to|up to|indtil|til|til og med) (.+)$/;

/**
 * The days that words mean when people ask what happened: "last month", `siden 1. oktober`, "Q3 2026", "from 1 Oct to
 * 15 Nov", "2026-10-01..2026-11-15", "before 1 October", "older than 6 months", in English or Danish, in the reader's
 * zone.
 */
export function readRange(text: string, reading: DateReading): Read {
  const words = text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  const whole = readPeriod(words, reading);
  if (whole.ok) return { ok: true, range: whole.period };
  for (const pattern of BETWEEN) {
    const [, first, last] = pattern.exec(words) ?? [];
    if (first !== undefined && last !== undefined) return between(first, last, reading);
  }
  const [, since] = SINCE.exec(words) ?? [];
  if (since !== undefined) return oneEnd(since, reading, ({ from }) => ({ from }));
  const older = OLDER.exec(words);
  if (older) {
    // The days of such a span count back from today; what is older lies before the first of them.
    const before = readPeriod(`last ${older[1] ?? 1} ${older[2]}`, reading);
    if (before.ok) return upTo(before.period.from);
  }
  const [, before] = BEFORE.exec(words) ?? [];
  if (before !== undefined) {
    const found = readPeriod(before, reading);
    return found.ok ? upTo(found.period.from) : notUnderstood(found.code, before);
  }
  const [, until] = UNTIL.exec(words) ?? [];
  if (until !== undefined) return oneEnd(until, reading, ({ to }) => ({ to }));
  return notUnderstood(whole.code, text);
}

const codeOf = (code: DateProblem): ErrorCode =>
  code === 'date_not_understood' ? 'range_not_understood' : code;

const notUnderstood = (code: DateProblem, text: string): Read => ({
  ok: false,
  code: codeOf(code),
  params: { text: text.slice(0, 60) },
});

/** All days before that one. */
function upTo(date: string): Read {
  const to = addDays(date, -1);
  return isBusinessDate(to) ? { ok: true, range: { to } } : notUnderstood('date_out_of_range', date);
}

function oneEnd(text: string, reading: DateReading, pick: (period: Period) => DateRange): Read {
  const found = readPeriod(text, reading);
  if (!found.ok) return notUnderstood(found.code, text);
  return { ok: true, range: pick(found.period) };
}

function between(first: string, last: string, reading: DateReading): Read {
  const [start, end] = [first, last].map((one) => readPeriod(one, reading));
  for (const [text, read] of [
    [first, start],
    [last, end],
  ] as const) {
    if (!read?.ok) return notUnderstood(read?.code ?? 'date_not_understood', text);
  }
  if (!start?.ok || !end?.ok) throw new Error('Both ends were read.');
  const { from } = start.period;
  let { to } = end.period;
  if (from > to && isYearless(last, reading)) {
    // "From 1 Oct to 15 Dec" in November: an end without a year is taken for last year's, but is that of its beginning.
    const later = yearsOn(to, 1);
    if (later?.slice(0, 4) === from.slice(0, 4) && later >= from) to = later;
  }
  return from > to
    ? { ok: false, code: 'range_reversed', params: { from, to } }
    : { ok: true, range: { from, to } };
}
