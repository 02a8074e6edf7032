import { type Locale, translate } from '../../i18n/translate.ts';

/** `64 contacts (9 companies, 55 people)`: how an amount of contacts is always written. */
export const contactsAmount = (locale: Locale, counts: { companies: number; people: number }): string =>
  translate(locale, 'common.contacts', { ...counts, total: counts.companies + counts.people });

/** A length of time: `45 min`, `21 h 20 min`. */
export function durationAmount(locale: Locale, total: number): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return translate(locale, 'common.duration.minutes', { minutes });
  if (minutes === 0) return translate(locale, 'common.duration.hours', { hours });
  return translate(locale, 'common.duration.both', { hours, minutes });
}
