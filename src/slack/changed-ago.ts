import type { MemberContext } from '../core/context.ts';
import type { ConflictError } from '../core/errors.ts';
import type { Locale } from '../i18n/translate.ts';
import { type Mrkdwn, mention, say } from './text.ts';

/**
 * Who changed meanwhile what a form or a button is about, and how long ago; of an error with `no`, `by` and `at`.
 * @param at a form keeps what was filled in; at a button, what is shown with it is how things are now
 */
export function changedAgo(
  { locale, now }: MemberContext,
  { params }: ConflictError,
  at: 'form' | 'button' = 'form',
): Mrkdwn {
  const by = String(params.by ?? '');
  const seconds = Math.round((Date.parse(String(params.at)) - now().getTime()) / 1000);
  const key = at === 'form' ? 'movedOn.ago' : 'movedOn.pressed';
  return say(locale, by ? key : `${key}.somebody`, {
    by: mention(by),
    no: String(params.no),
    when: agoWords(locale, seconds),
  });
}

/** `2 minutes ago`, `for 2 minutter siden`. */
function agoWords(locale: Locale, seconds: number): string {
  const format = new Intl.RelativeTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', { numeric: 'auto' });
  const minutes = Math.round(seconds / 60);
  if (minutes > -1) return format.format(Math.min(0, seconds), 'second');
  if (minutes > -60) return format.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours > -24 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day');
}
