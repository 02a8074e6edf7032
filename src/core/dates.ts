import { TZDate } from '@date-fns/tz';
import type { Locale } from '../i18n/translate.ts';
import { type Day, day } from './dates/calendar.ts';
import { danishDay } from './dates/danish.ts';
import { englishDay } from './dates/english.ts';

/** Why a text is no business date; the words are `errors.<code>`. */
export type DateProblem = 'date_not_understood' | 'date_out_of_range';

export interface Moment {
  now: Date;
  /** IANA zone whose calendar counts. */
  timeZone: string;
}

/** Business dates lie in these years (`domain.md` §3.8). */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** The business date at a moment in a zone, `YYYY-MM-DD`. */
export function today({ now, timeZone }: Moment): string {
  return isoDate(dayAt({ now, timeZone }));
}

/**
 * Reads a date as people write it, in their language (Danes may also write English): words such as "next friday" or
 * `om 14 dage`, or day, month and year. The whole text must be one day; a time of day or a period is refused.
 */
export function parseBusinessDate(
  text: string,
  { locale, ...moment }: Moment & { locale: Locale },
): { ok: true; date: string } | { ok: false; code: DateProblem } {
  const words = text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  // Nobody writes a date as long as that, and patterns need not try.
  if (words.length > 60) return { ok: false, code: 'date_not_understood' };
  const from = dayAt(moment);
  const found = (locale === 'da' ? danishDay(words, from) : undefined) ?? englishDay(words, from);
  if (!found) return { ok: false, code: 'date_not_understood' };
  const year = found.getFullYear();
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return { ok: false, code: 'date_out_of_range' };
  return { ok: true, date: isoDate(found) };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The business date so many days later, or earlier; no clock that is put forward comes into it. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A business date (`YYYY-MM-DD`) in words: `23 Nov 2026`, `23. nov. 2026`. */
export function formatDate(date: string, locale: Locale): string {
  return dayFormat(locale).format(new Date(`${date}T12:00:00Z`));
}

const dayFormat = (locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** Two business dates in words, with what they share said once: `16 – 22 Nov 2026`, `16.–22. nov. 2026`. */
export function formatDays(from: string, to: string, locale: Locale): string {
  return dayFormat(locale).formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`));
}

function dayAt({ now, timeZone }: Moment): Day {
  const there = new TZDate(now, timeZone);
  const found = day(there.getFullYear(), there.getMonth() + 1, there.getDate());
  if (!found) throw new RangeError(`There is no time zone ${timeZone}.`);
  return found;
}

const isoDate = (found: Day): string => new Date(found.getTime()).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar that business dates may be, `YYYY-MM-DD`. */
export function isBusinessDate(text: string): boolean {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return false;
  return day(Number(year), Number(month), Number(dayOfMonth)) !== undefined;
}
