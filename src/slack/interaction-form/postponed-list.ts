import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { PostponedInteraction } from '../../services/interactions/list-postponed.ts';
import { actions, button, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { code, data, say, words } from '../text.ts';
import { deleteAction, resumeAction } from './ids.ts';
import { whenWords } from './when.ts';

/** Interactions of a list; two blocks each. */
export const LISTED = 15;

export interface PostponedList {
  interactions: readonly PostponedInteraction[];
  total: number;
}

/** A member's own postponed interactions, to complete or to give up. */
export function postponedMessage(locale: Locale, list: PostponedList): SlackMessage {
  if (list.total === 0) {
    const none = say(locale, 'interaction.postponed.none', { command: code('/interaction') });
    return message(none, [section(none)]);
  }
  return message(say(locale, 'interaction.postponed.summary', { count: list.total }), [
    header(words(locale, 'interaction.postponed.title')),
    ...postponedRows(locale, list),
  ]);
}

export function postponedRows(locale: Locale, { interactions, total }: PostponedList): KnownBlock[] {
  const more = total - interactions.length;
  return [
    ...interactions.flatMap((one) => row(locale, one)),
    ...(more > 0 ? [section(say(locale, 'interaction.postponed.more', { count: more }))] : []),
  ];
}

function row(locale: Locale, one: PostponedInteraction): KnownBlock[] {
  const { entryId: entry, contact, template, description } = one;
  const name = contact.name || contact.no;
  return [
    section(
      say(locale, 'interaction.postponed.row', {
        when: whenWords(locale, one),
        template: data(template.description || template.code, 60),
        contact: data(name, 80),
        description: data(description, 100),
      }),
    ),
    actions([
      button(resumeAction, { entry }, words(locale, 'interaction.postponed.resume'), {
        label: words(locale, 'interaction.postponed.resume.label', { contact: name }),
      }),
      button(deleteAction, { entry }, words(locale, 'interaction.postponed.delete'), {
        label: words(locale, 'interaction.postponed.delete.label', { contact: name }),
        confirm: {
          title: words(locale, 'interaction.postponed.delete.title'),
          text: words(locale, 'interaction.postponed.delete.text'),
          confirm: words(locale, 'interaction.postponed.delete'),
          deny: words(locale, 'interaction.postponed.keep'),
          danger: true,
        },
      }),
    ]),
  ];
}
