import type { KnownBlock, ModalView } from '@slack/types';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { LogProblem } from '../../services/interactions/types.ts';
import type { SegmentCard } from '../../services/segments/types.ts';
import {
  actions,
  channelSelect,
  checkboxes,
  contactsAmount,
  context,
  durationAmount,
  input,
  modal,
  section,
} from '../blocks/index.ts';
import { outsideWords } from '../campaigns/facts.ts';
import { data, type Mrkdwn, md, mention, say, words } from '../text.ts';
import { fact, namedCode, SHORT } from './facts.ts';
import * as ids from './ids.ts';
import { problemBlocks } from './problems.ts';

export interface LogModel {
  card: SegmentCard;
  /** What stands in the way: then there is nothing to submit yet. */
  problems: readonly LogProblem[];
  send: { possible: boolean; on: boolean };
  /** Preset channel. */
  channel: string | null;
  /** The channel where the form was asked for. */
  current?: string;
  /** What the person should know before anything else. */
  lead?: readonly KnownBlock[];
}

/** Asks where the log is posted, and shows what logging is about to write, or what has to be done before. */
export function logModal(
  locale: Locale,
  { card, problems, send, channel, current = '', lead = [] }: LogModel,
): ModalView {
  const { no, version } = card.header;
  const ready = problems.length === 0;
  return modal({
    id: ids.logView,
    metadata: { no, version, current, send: send.on },
    title: words(locale, 'log.title'),
    ...(ready ? { submit: words(locale, 'log.submit') } : {}),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...lead,
      ...(ready ? formBlocks(locale, card, channel) : problemBlocks(locale, card, problems)),
      ...sendBlocks(locale, send),
    ],
  });
}

/** Outside the fields, because what is in the way depends on it. */
function sendBlocks(locale: Locale, { possible, on }: LogModel['send']): KnownBlock[] {
  if (!possible) return [context(words(locale, 'log.send.none'))];
  const choice = {
    value: 'yes',
    text: words(locale, 'log.send'),
    description: words(locale, 'log.send.about'),
  };
  // A block of its own for each state, so that it shows what holds.
  return [actions([checkboxes(ids.sendAction.id, [choice], on ? ['yes'] : [])], `send:${on}`)];
}

function formBlocks(locale: Locale, card: SegmentCard, channel: string | null): KnownBlock[] {
  const { no, description, counts } = card.header;
  const about = say(locale, 'log.about', {
    no,
    description: data(description, SHORT),
    contacts: contactsAmount(locale, counts),
  });
  return [
    section(about, { fields: facts(locale, card) }),
    ...(card.outsideCampaign ? [context(outsideWords(locale, card.header.date, card.outsideCampaign))] : []),
    input(
      'channel',
      words(locale, 'log.channel'),
      channelSelect('channel', channel, words(locale, 'log.channel.choose')),
      { hint: words(locale, 'log.channel.hint') },
    ),
    input(
      'followUp',
      words(locale, 'log.followUp'),
      checkboxes('followUp', [
        {
          value: 'yes',
          text: words(locale, 'log.followUp.option'),
          description: words(locale, 'log.followUp.about'),
        },
      ]),
      { optional: true },
    ),
  ];
}

function facts(locale: Locale, card: SegmentCard): Mrkdwn[] {
  const { campaign, template } = card.header;
  const approver = card.approval?.status === 'approved' ? card.approval.decidedBy : null;
  return [
    fact(locale, 'log.fact.interaction', namedCode(locale, template?.code, template?.description)),
    fact(locale, 'log.fact.campaign', namedCode(locale, campaign?.no, campaign?.description)),
    fact(locale, 'log.fact.cost', formatMoney(locale, card.cost, card.currency)),
    fact(locale, 'log.fact.duration', durationAmount(locale, card.duration)),
    fact(
      locale,
      'log.fact.approval',
      approver
        ? say(locale, 'log.approval.by', { by: mention(approver.slackUserId) })
        : md`${words(locale, 'log.approval.notNeeded')}`,
    ),
  ];
}
