import { TZDate } from '@date-fns/tz';
import type { Locale } from '../../i18n/translate.ts';
import { type DateProblem, isBusinessDate, type Moment, parseBusinessDate, today } from '../dates.ts';
import { clockTime, splitTime } from './clock-time.ts';

/** A business date and a time of day in the zone it was meant in; the time is null when none was said. */
export interface When {
  date: string;
  /** `HH:MM` */
  time: string | null;
}

export type WhenResult = ({ ok: true } & When) | { ok: false; code: DateProblem | 'when_not_understood' };

export interface WhenOptions extends Moment {
  locale: Locale;
  /** Whether a weekday or a date without a year is the last one instead of the coming one. */
  past?: boolean;
}

/** Words for a day that say roughly what time it was too, which nobody can write down as one. */
const PARTS_OF_DAYS: Record<string, string> = {
  'this morning': 'today',
  'this afternoon': 'today',
  tonight: 'today',
  'last night': 'yesterday',
  'i morges': 'i dag',
  'i formiddags': 'i dag',
  'i eftermiddags': 'i dag',
  'i aften': 'i dag',
  'i aftes': 'i går',
};

/** The time of day at a moment in a zone, `HH:MM`. */
export const localTime = ({ now, timeZone }: Moment): string => clockOf(new TZDate(now, timeZone));

/**
 * Reads when something was or is to be, as people write it: “now”, “yesterday 14:00”, “i går kl. 14”, “2 hours ago”,
 * “14:30” (today), `2026-12-01T09:30`, or a date alone. The whole text must be one moment. A time that the clocks
 * leave out on that day is none.
 */
export function parseWhen(text: string, options: WhenOptions): WhenResult {
  const words = text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (words.length > 60) return { ok: false, code: 'when_not_understood' };
  const instant = /^(?:now|just now|nu|lige nu)$/.test(words)
    ? options.now
    : (distanceIn(words, options.now) ?? isoInstant(words));
  if (instant) return momentAt(instant, options.timeZone);
  const day = readDay(PARTS_OF_DAYS[words] ?? words, options);
  if (day.ok) return { ...day, time: null };
  const split = splitTime(words);
  if (!split) return { ok: false, code: day.code === 'date_out_of_range' ? day.code : 'when_not_understood' };
  const { rest, time } = split;
  const onDay = rest === '' ? todayFor(options) : readDay(PARTS_OF_DAYS[rest] ?? rest, options);
  if (!onDay.ok)
    return { ok: false, code: onDay.code === 'date_out_of_range' ? onDay.code : 'when_not_understood' };
  return isOnClock(onDay.date, time, options.timeZone)
    ? { ...onDay, time }
    : { ok: false, code: 'when_not_understood' };
}

type Day = ReturnType<typeof parseBusinessDate>;

const todayFor = (moment: Moment): Day => ({ ok: true, date: today(moment) });

function readDay(text: string, options: WhenOptions): Day {
  const found = parseBusinessDate(text, options);
  if (!options.past || !found.ok || found.date <= today(options)) return found;
  return lastOne(text, options) ?? found;
}

/** “friday” and “22 nov” as the last ones; what says itself that it is ahead stays so. */
function lastOne(text: string, options: WhenOptions): Day | undefined {
  const bare = text.replace(/^(?:on|på|den|d\.) /, '');
  const year = Number(today(options).slice(0, 4));
  const guesses = /\d/.test(bare)
    ? [year, year - 1].flatMap((one) => [`${bare} ${one}`, `${bare}/${one}`, `${bare}-${one}`])
    : [`last ${bare}`, `sidste ${bare}`];
  // Words such as “in 3 days” take no year, and “next friday” no “last”.
  if (/^(?:in|om|next|næste) /.test(bare)) return undefined;
  return guesses
    .map((guess) => parseBusinessDate(guess, options))
    .find((guess) => guess.ok && guess.date <= today(options));
}

const COUNTS: Record<string, number> = { a: 1, an: 1, one: 1, 'half an': 0.5, en: 1, et: 1, 'en halv': 0.5 };
const ENGLISH = /^(in )?(\d{1,4}|half an|an?|one) ?(m|mins?|minutes?|h|hrs?|hours?)( ago| from now)?$/;
const DANISH = /^(om|for) (\d{1,4}|en halv|en|et) ?(min\.?|minut|minutter|t\.?|timer?)( siden)?$/;

/** Minutes and hours from now, which are as long when the clocks change. */
function distanceIn(words: string, now: Date): Date | undefined {
  const danish = DANISH.exec(words);
  const [, first, count = '', unit = '', last] = danish ?? ENGLISH.exec(words) ?? [];
  const back = danish ? first === 'for' : last === ' ago';
  const whole = danish ? back === (last !== undefined) : (first === undefined) !== (last === undefined);
  if (unit === '' || !whole) return undefined;
  const away = (COUNTS[count] ?? Number(count)) * (unit.startsWith('m') ? 60_000 : 3_600_000);
  return new Date(now.getTime() + (back ? -away : away));
}

/** A moment with an offset, as machines write it. */
function isoInstant(words: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:\d\d)$/.test(words)) return undefined;
  const instant = new Date(words.toUpperCase());
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

function momentAt(instant: Date, timeZone: string): WhenResult {
  const date = today({ now: instant, timeZone });
  if (!isBusinessDate(date)) return { ok: false, code: 'date_out_of_range' };
  return { ok: true, date, time: localTime({ now: instant, timeZone }) };
}

const clockOf = (there: TZDate): string => clockTime(there.getHours(), there.getMinutes());

/** Whether the clocks of a zone show that time on that day: they are put forward once a year. */
function isOnClock(date: string, time: string, timeZone: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const there = new TZDate(year, month - 1, day, hours, minutes, timeZone);
  return clockOf(there) === time;
}
