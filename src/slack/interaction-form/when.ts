import type { MemberContext } from '../../core/context.ts';
import { parseWhen, type When, type WhenResult } from '../../core/dates/when.ts';
import { formatDate } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { FormValues } from './values.ts';

/** Ways to write a moment that can mean one thing only, so that nobody is asked whether they meant it. */
const EXACT = /^(?:now|nu|\d{4}-\d\d-\d\d(?:[ tT]\d\d:\d\d)?|(?:kl\.? ?)?\d{1,2}:\d\d)$/i;

export type Understood = WhenResult & { exact: boolean };

/** What the moment that somebody typed means in their own zone: behind them, unless it is kept for later. */
export function understand(
  ctx: Pick<MemberContext, 'now' | 'timeZone' | 'locale'>,
  { when, later }: Pick<FormValues, 'when' | 'later'>,
): Understood {
  const { timeZone, locale } = ctx;
  const read = parseWhen(when, { now: ctx.now(), timeZone, locale, past: !later });
  return { ...read, exact: EXACT.test(when.trim()) };
}

/** A moment as machines write it, `2026-11-23 14:00`: what is shown back and typed is compared so. */
export const isoWhen = ({ date, time }: When): string => (time === null ? date : `${date} ${time}`);

/** A moment in words: `Monday 23 Nov 2026, 14:00`. */
export function whenWords(locale: Locale, { date, time }: When): string {
  const weekday = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
  return [`${weekday} ${formatDate(date, locale)}`, ...(time === null ? [] : [time])].join(', ');
}
