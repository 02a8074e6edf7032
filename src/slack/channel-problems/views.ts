import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { FILES_REFUSED } from '../../services/delivery/channel-problem.ts';
import type { ChannelState } from '../../services/delivery/show-channel.ts';
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
import { channelMention, code, join, type Mrkdwn, say, words } from '../text.ts';
import { postAgainAction, postAgainView } from './ids.ts';

const REASONS = {
  not_in_channel: 'notIn',
  [FILES_REFUSED]: 'filesNotIn',
  is_archived: 'archived',
  channel_not_found: 'notFound',
} as const;

const reasonOf = (error: string) =>
  Object.hasOwn(REASONS, error) ? REASONS[error as keyof typeof REASONS] : 'restricted';

/** A channel takes no posts: what happened all the same, and what to do; or that it is over. */
export function channelProblemMessage(locale: Locale, state: ChannelState): SlackMessage {
  const { channel, refused } = state;
  const text = join(linesOf(locale, state));
  const again = button(postAgainAction, { channel }, words(locale, 'channelProblem.again'), {
    ...(state.error === null ? {} : { style: 'primary' as const }),
  });
  return message(text, [section(text), ...(refused > 0 ? [actions([again])] : [])]);
}

function linesOf(locale: Locale, { channel: id, error, refused }: ChannelState): Mrkdwn[] {
  const channel = channelMention(id);
  const waiting = say(locale, 'channelProblem.waiting', { refused });
  if (error === null) {
    if (refused === 0) return [say(locale, 'channelProblem.solved', { channel })];
    return [say(locale, 'channelProblem.open', { channel }), waiting];
  }
  const reason = reasonOf(error);
  return [
    say(locale, `channelProblem.${reason}`, { channel, code: code(error) }),
    join([say(locale, 'channelProblem.kept'), waiting], ' '),
    join(
      [
        say(locale, `channelProblem.${reason}.todo`, { command: code('/invite @Segments') }),
        say(locale, 'channelProblem.then', { command: code('/segment settings') }),
      ],
      ' ',
    ),
  ];
}

/** Asks where what was refused is to be posted now. */
export const postAgainModal = (locale: Locale, { channel, refused }: ChannelState): ModalView =>
  modal({
    id: postAgainView,
    metadata: { channel },
    title: words(locale, 'channelProblem.again'),
    submit: words(locale, 'channelProblem.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      section(say(locale, 'channelProblem.waiting', { refused })),
      input('to', words(locale, 'channelProblem.to'), channelSelect('to', channel), {
        hint: words(locale, 'channelProblem.to.hint'),
      }),
    ],
  });
