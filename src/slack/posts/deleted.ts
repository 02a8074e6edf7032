import type { Locale } from '../../i18n/translate.ts';
import type { Deleted } from '../../services/delivery/tell-deleted.ts';
import { message, type SlackMessage, section } from '../blocks/index.ts';
import { SHORT } from '../interactions/facts.ts';
import { data, say } from '../text.ts';

/** In the place of something that was deleted: what it was, and nothing to press. */
export function deletedMessage(locale: Locale, { what, name, description }: Deleted): SlackMessage {
  const text = say(locale, `deleted.${what}`, { name: data(name), description: data(description, SHORT) });
  return message(text, [section(text)]);
}
