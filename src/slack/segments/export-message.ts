import type { Locale } from '../../i18n/translate.ts';
import { message, type SlackMessage, section } from '../blocks/index.ts';
import { say } from '../text.ts';

/** The contacts are on their way. */
export function exportMessage(locale: Locale, no: string): SlackMessage {
  const text = say(locale, 'segments.export.started', { no });
  return message(text, [section(text)]);
}
