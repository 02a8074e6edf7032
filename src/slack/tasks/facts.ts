import type { MemberContext } from '../../core/context.ts';
import { formatDate, today } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { TaskRow } from '../../services/tasks/types.ts';
import { clip, words } from '../text.ts';

/** Who reads it, and when: that says what is overdue. */
export type Reader = Pick<MemberContext, 'locale' | 'timeZone' | 'now'>;

/** As much of a text as one line has room for. */
export const SHORT = 100;

/** `Friday 27 Nov 2026` */
export function dayWords(locale: Locale, date: string): string {
  const weekday = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
  return `${weekday} ${formatDate(date, locale)}`;
}

/** Whether an open task is for today, or should have been done; blank for all others. */
export function dueWords({ locale, timeZone, now }: Reader, { date, closedOn }: TaskRow): string {
  const day = today({ now: now(), timeZone });
  if (closedOn !== null || date > day) return '';
  return words(locale, date < day ? 'tasks.due.overdue' : 'tasks.due.today');
}

export const isOverdue = ({ timeZone, now }: Reader, { date, closedOn }: TaskRow): boolean =>
  closedOn === null && date < today({ now: now(), timeZone });

/** Whom it is about: `Anna Hansen, Møbelhuset`, or how many; blank for nobody. */
export function whomWords(locale: Locale, { contact, attendees }: TaskRow): string {
  if (contact === null) return attendees > 0 ? words(locale, 'tasks.contacts', { count: attendees }) : '';
  return [contact.name || contact.no, contact.companyName]
    .filter(Boolean)
    .map((name) => clip(name, SHORT))
    .join(', ');
}

export const salespersonWords = ({ salesperson }: Pick<TaskRow, 'salesperson'>): string =>
  clip(salesperson.description || salesperson.code, SHORT);

export const statusWords = (locale: Locale, { status, canceled }: TaskRow): string =>
  words(locale, `tasks.status.${canceled ? 'canceled' : status}`);
