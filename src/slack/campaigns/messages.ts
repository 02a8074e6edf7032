import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import {
  actions,
  button,
  channelSelect,
  input,
  message,
  modal,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import type { UsageError } from '../segments/command/usage.ts';
import { clip, join, type Mrkdwn, say, words } from '../text.ts';
import type { UnknownVerbError } from './command/read-command.ts';
import type { Verb } from './command/verbs.ts';
import * as ids from './ids.ts';

/** A sentence with a button that shows the campaign. */
export const doneMessage = (locale: Locale, text: Mrkdwn, no: string): SlackMessage =>
  message(text, [
    section(text),
    actions([button(ids.showAction, { no }, words(locale, 'campaigns.button.back', { no }))]),
  ]);

/** What was done, above a card. */
export const lead = (text: Mrkdwn): KnownBlock[] => [section(text)];

const helpButton = (locale: Locale, verb?: Verb) =>
  button(ids.helpAction, verb ? { verb } : {}, words(locale, 'segments.button.help'));

/** The command was not understood. */
export function usageMessage(locale: Locale, error: UsageError, verb?: Verb): SlackMessage {
  const text = say(locale, error.key, error.params);
  return message(text, [section(text), actions([helpButton(locale, verb)])]);
}

export function unknownVerbMessage(locale: Locale, { word, nearest }: UnknownVerbError): SlackMessage {
  const text = join(
    [
      say(locale, 'campaigns.mistake.unknownVerb', { word: word.slice(0, 40).replaceAll('`', '') }),
      ...(nearest ? [say(locale, 'campaigns.mistake.nearestVerb', { verb: nearest })] : []),
    ],
    ' ',
  );
  return message(text, [section(text), actions([helpButton(locale, nearest)])]);
}

/** No campaign has that number: those that may have been meant, as buttons. */
export function notFoundMessage(
  locale: Locale,
  no: string,
  near: readonly { no: string; description: string }[],
): SlackMessage {
  const text = say(locale, 'campaigns.notFound', { no: clip(no, 20) });
  const buttons = near.map((campaign) =>
    button(ids.showAction, { no: campaign.no }, `${campaign.no} ${campaign.description}`.trim()),
  );
  return message(text, [
    section(near.length ? join([text, say(locale, 'segments.notFound.near')], ' ') : text),
    actions(buttons.length ? buttons : [button(ids.newAction, {}, words(locale, 'campaigns.button.new'))]),
  ]);
}

/** The verb needs a number and got none. */
export function numberMissingMessage(locale: Locale, verb: Verb): SlackMessage {
  const text = say(locale, 'campaigns.noMissing', { verb });
  return message(text, [
    section(text),
    actions([
      button(ids.listAction, { scope: 'all' }, words(locale, 'campaigns.list.all')),
      helpButton(locale, verb),
    ]),
  ]);
}

/** Asks before a campaign is deleted; not pressing changes nothing. */
export function deleteQuestion(locale: Locale, campaign: { no: string; description: string }): SlackMessage {
  const { no } = campaign;
  const text = say(locale, 'campaigns.delete.question', { no, description: clip(campaign.description, 100) });
  const label = words(locale, 'campaigns.button.delete', { no });
  return message(text, [
    section(text),
    actions([button(ids.deleteAction, { no }, label, { style: 'danger' })]),
  ]);
}

/** Asks for the channel. @param current the one the person is in, if it is one */
export const shareModal = (locale: Locale, no: string, current: string | null): ModalView =>
  modal({
    id: ids.shareView,
    metadata: { no },
    title: words(locale, 'campaigns.share.title', { no }),
    submit: words(locale, 'campaigns.button.share'),
    close: words(locale, 'common.cancel'),
    blocks: [
      section(say(locale, 'campaigns.share.about')),
      input(
        'channel',
        words(locale, 'campaigns.share.channel'),
        channelSelect('channel', current, words(locale, 'settings.logChannel.placeholder')),
      ),
    ],
  });
