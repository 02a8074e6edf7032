import { formatDate } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import { type Mrkdwn, md, say } from '../text.ts';

/** `1 Oct 2026 – 15 Nov 2026`, `since 1 Oct 2026`, `until 15 Nov 2026`. */
export function daysWords(
  locale: Locale,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Mrkdwn {
  const shown = (date: string) => formatDate(date, locale);
  if (from === undefined) return say(locale, 'interactions.days.until', { to: shown(to ?? '') });
  if (to === undefined) return say(locale, 'interactions.days.since', { from: shown(from) });
  if (from === to) return md`${shown(from)}`;
  return say(locale, 'interactions.days', { from: shown(from), to: shown(to) });
}
