import { GB } from 'chrono-node/en';
import { addMonths, addYears } from 'date-fns';
import { comingDay, comingWeekday, type Day, day } from './calendar.ts';

/** Months and years by our own count, which ends at the last day of a shorter month. */
const STEP = /^(?:(next|last|past)|in (an?|one|\d{1,3})|(an?|one|\d{1,3})) (month|year)s?( ago| from now)?$/;

/**
 * The day that English words mean, day before month (`1/2` is 1 February). A weekday or a date without a year is the
 * coming one. Times of day, periods ("this week", "february", "5-6 feb") and texts with more in them are no day.
 */
export function englishDay(text: string, today: Day): Day | undefined {
  const stepped = monthsOrYears(text, today);
  if (stepped) return stepped;
  const wanted = /^day (after|before)/.test(text) ? `the ${text}` : text;
  // Noon at no offset: chrono ignores names of zones, and takes a fixed offset across a change of summer time.
  const instant = new Date(today.getTime());
  const results = GB.parse(wanted, { instant, timezone: 0 });
  const [found] = results;
  if (!found || results.length > 1 || found.end || found.text.length !== wanted.length) return undefined;
  const { start } = found;
  const [year, month, dayOfMonth] = [start.get('year'), start.get('month'), start.get('day')];
  if (start.isCertain('hour') || year === null || month === null || dayOfMonth === null) return undefined;
  const weekday = start.get('weekday');
  if (start.isCertain('weekday') && weekday !== null && /^(?:on )?\p{L}+$/u.test(wanted)) {
    return comingWeekday(today, weekday);
  }
  if (!start.isCertain('day') && !start.isCertain('weekday')) return undefined;
  const isComing = start.isCertain('month') && !start.isCertain('year');
  const meant = isComing ? comingDay(today, month, dayOfMonth) : day(year, month, dayOfMonth);
  // chrono lets the date win over a weekday that does not go with it.
  const fits = !start.isCertain('weekday') || meant?.getDay() === weekday;
  return fits ? meant : undefined;
}

function monthsOrYears(text: string, today: Day): Day | undefined {
  const [whole, step, ahead, count, unit, side] = STEP.exec(text) ?? [];
  if (whole === undefined || (step && side) || (ahead && side) || (count && !side)) return undefined;
  const number = step || !/^\d/.test(ahead ?? count ?? '') ? 1 : Number(ahead ?? count);
  const signed = step === 'last' || step === 'past' || side === ' ago' ? -number : number;
  return unit === 'year' ? addYears(today, signed) : addMonths(today, signed);
}
