import type { Button } from '@slack/types';
import { ConflictError } from '../../core/errors.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { LogRunState } from '../../services/interactions/types.ts';
import {
  actions,
  button,
  contactsAmount,
  durationAmount,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { describeAppError } from '../errors.ts';
import { showAction } from '../segments/ids.ts';
import { channelMention, code, data, join, type Mrkdwn, say, words } from '../text.ts';
import { SHORT } from './facts.ts';
import { loggedShowAction } from './ids.ts';

/** How the logging goes: told to whoever asked for it, in one message that is edited. */
export function runMessage(locale: Locale, run: LogRunState): SlackMessage {
  const text = join([runText(locale, run), ...more(locale, run)], '\n');
  const buttons = runButtons(locale, run);
  return message(text, [section(text), ...(buttons.length ? [actions(buttons)] : [])]);
}

function runText(locale: Locale, run: LogRunState): Mrkdwn {
  const named = { no: run.segmentNo, description: data(run.description, SHORT) };
  if (run.status === 'failed') {
    const reason = run.error
      ? describeAppError(locale, new ConflictError(run.error.code, run.error.params)).text
      : '';
    return say(locale, 'log.run.failed', { ...named, reason });
  }
  const { logged } = run;
  if (run.status === 'queued' || !logged) {
    return say(locale, 'log.run.queued', { ...named, contacts: contactsAmount(locale, run.counts) });
  }
  return say(locale, 'log.run.done', {
    ...named,
    entry: String(logged.entryNo),
    contacts: contactsAmount(locale, logged.counts),
    cost: formatMoney(locale, logged.cost, logged.currency),
    duration: durationAmount(locale, logged.duration),
    channel: channelMention(run.channel),
  });
}

function more(locale: Locale, { logged, postingError, channel }: LogRunState): Mrkdwn[] {
  if (!logged) return [];
  return [
    ...(logged.followUpNo ? [say(locale, 'log.run.followUp', { no: logged.followUpNo })] : []),
    ...(postingError
      ? [
          say(locale, 'log.run.notPosted', {
            channel: channelMention(channel),
            reason: postingReason(locale, postingError),
            command: code(`/segment logged ${logged.entryNo}`),
          }),
        ]
      : []),
  ];
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

function runButtons(locale: Locale, { status, logged, segmentNo: no }: LogRunState): Button[] {
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
    button(loggedShowAction, { entry }, words(locale, 'log.run.showEntries'), {
      label: words(locale, 'log.run.showEntries.label', { entry: String(entry) }),
    }),
    ...(followUp
      ? [
          button(showAction, { no: followUp }, words(locale, 'log.run.showFollowUp'), {
            label: words(locale, 'log.run.show.label', { no: followUp }),
          }),
        ]
      : []),
  ];
}
