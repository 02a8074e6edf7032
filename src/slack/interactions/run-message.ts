import type { Button } from '@slack/types';
import { ConflictError } from '../../core/errors.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import { isChannelClosed } from '../../services/delivery/channel-problem.ts';
import type { LogRunState } from '../../services/interactions/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  durationAmount,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { postAgainAction } from '../channel-problems/ids.ts';
import { describeAppError } from '../errors.ts';
import { showAction } from '../segments/ids.ts';
import { channelMention, code, data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { SHORT } from './facts.ts';
import { loggedShowAction } from './ids.ts';
import { problemWords } from './problems.ts';
import { resendButton, sendingWords } from './sending.ts';

/** How the logging goes: told to whoever asked for it, in one message that is edited. */
export function runMessage(locale: Locale, run: LogRunState): SlackMessage {
  const text = join([runText(locale, run), ...more(locale, run)], '\n');
  const buttons = runButtons(locale, run);
  return message(text, [section(text), ...(buttons.length ? [actions(buttons)] : [])]);
}

/** What is left of it when the end was told in a message of its own: nothing to press. */
export function runMovedMessage(locale: Locale, run: LogRunState): SlackMessage {
  const text = say(locale, 'log.run.moved', {
    no: run.segmentNo,
    description: data(run.description, SHORT),
  });
  return message(text, [context(text)]);
}

function runText(locale: Locale, run: LogRunState): Mrkdwn {
  const named = { no: run.segmentNo, description: data(run.description, SHORT) };
  if (run.status === 'failed') {
    const problems = run.error?.problems ?? [];
    // Told one by one below.
    const reason =
      run.error && problems.length === 0
        ? describeAppError(locale, new ConflictError(run.error.code, run.error.params)).text
        : '';
    return join([
      say(locale, 'log.run.failed', { ...named, reason }),
      ...problems.map((problem) => md`• ${problemWords(locale, problem)}`),
    ]);
  }
  const { logged } = run;
  if (run.status === 'done' && !logged) return say(locale, 'cleanup.logGone', named);
  if (run.status === 'queued' || !logged) {
    return say(locale, 'log.run.queued', { ...named, contacts: contactsAmount(locale, run.counts) });
  }
  const done = say(locale, 'log.run.done', {
    ...named,
    entry: String(logged.entryNo),
    contacts: contactsAmount(locale, logged.counts),
    cost: formatMoney(locale, logged.cost, logged.currency),
    duration: durationAmount(locale, logged.duration),
  });
  if (run.postingError && !run.onlyFileMissing) return done;
  return join([done, say(locale, 'log.run.posted', { channel: channelMention(run.channel) })], ' ');
}

function more(locale: Locale, run: LogRunState): Mrkdwn[] {
  const { logged, postingError, sending } = run;
  if (!logged) return [];
  return [
    ...(logged.followUpNo ? [say(locale, 'log.run.followUp', { no: logged.followUpNo })] : []),
    ...(sending ? [sendingWords(locale, sending)] : []),
    ...(postingError ? [notPosted(locale, run, { entryNo: logged.entryNo, error: postingError })] : []),
  ];
}

/** What the channel has not got, why, and how to see it all the same. */
function notPosted(
  locale: Locale,
  { channel, onlyFileMissing }: LogRunState,
  { entryNo, error }: { entryNo: number; error: string },
): Mrkdwn {
  const reason = postingReason(locale, error);
  if (onlyFileMissing) {
    const command = code(`/interaction list logged:${entryNo} export`);
    return say(locale, 'log.run.fileNotPosted', { reason, command });
  }
  const command = code(`/segment logged ${entryNo}`);
  return say(locale, 'log.run.notPosted', { channel: channelMention(channel), reason, command });
}

const REASONS = {
  not_in_channel: 'notInChannel',
  is_archived: 'archived',
  channel_not_found: 'notFound',
  restricted_action: 'restricted',
  no_permission: 'restricted',
} as const;

/** Slack's error code in words. */
function postingReason(locale: Locale, error: string): Mrkdwn {
  const known = Object.hasOwn(REASONS, error) ? REASONS[error as keyof typeof REASONS] : 'other';
  return say(locale, `log.run.notPosted.${known}`, { code: code(error) });
}

function runButtons(locale: Locale, run: LogRunState): Button[] {
  const { status, logged, segmentNo: no, channel } = run;
  if (status === 'failed') {
    return [
      button(showAction, { no }, words(locale, 'log.run.show'), {
        label: words(locale, 'log.run.show.label', { no }),
      }),
    ];
  }
  if (!logged) return [];
  const entry = logged.entryNo;
  const followUp = logged.followUpNo;
  return [
    ...(isChannelClosed(run.postingError)
      ? [button(postAgainAction, { channel }, words(locale, 'channelProblem.again'))]
      : []),
    button(loggedShowAction, { entry }, words(locale, 'log.run.showEntries'), {
      label: words(locale, 'log.run.showEntries.label', { entry: String(entry) }),
    }),
    ...(run.sending ? resendButton(locale, run.sending, { entry }) : []),
    ...(followUp
      ? [
          button(showAction, { no: followUp }, words(locale, 'log.run.showFollowUp'), {
            label: words(locale, 'log.run.show.label', { no: followUp }),
          }),
        ]
      : []),
  ];
}
