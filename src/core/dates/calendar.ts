import { TZDate } from '@date-fns/tz';
import { addDays, isValid } from 'date-fns';

/**
 * A day of the calendar without a zone. Held as noon UTC, where no change to or from summer time can move it to
 * another day.
 */
export type Day = TZDate;

/** The day with these numbers, or nothing when there is no such day (31 February). */
export function day(year: number, month: number, dayOfMonth: number): Day | undefined {
  const made = new TZDate(year, month - 1, dayOfMonth, 12, 'UTC');
  // Years below 100 would be taken for 19xx.
  made.setFullYear(year, month - 1, dayOfMonth);
  const isSame = made.getMonth() === month - 1 && made.getDate() === dayOfMonth;
  return isValid(made) && isSame ? made : undefined;
}

/** The day of the month in a year, or, when that is past, in the next one. */
export function comingDay(today: Day, month: number, dayOfMonth: number): Day | undefined {
  const year = today.getFullYear();
  const thisYear = day(year, month, dayOfMonth);
  return thisYear && thisYear >= today ? thisYear : day(year + 1, month, dayOfMonth);
}

/** Weekday as in `Date`: 0 is Sunday. On a Friday, the coming Friday is a week away: today is called today. */
export const comingWeekday = (today: Day, weekday: number): Day =>
  addDays(today, (weekday - today.getDay() + 7) % 7 || 7);

export const pastWeekday = (today: Day, weekday: number): Day =>
  addDays(today, -((today.getDay() - weekday + 7) % 7 || 7));

/** That weekday in the week after this one; weeks begin on Monday. */
export function nextWeeksWeekday(today: Day, weekday: number): Day {
  const sinceMonday = (from: number) => (from + 6) % 7;
  return addDays(today, 7 - sinceMonday(today.getDay()) + sinceMonday(weekday));
}
