import type { Button, KnownBlock } from '@slack/types';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { CampaignCard } from '../../services/campaigns/types.ts';
import {
  actions,
  button,
  context,
  durationAmount,
  header,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { listAction } from '../interaction-list/ids.ts';
import { campaignEntriesAction } from '../interactions/ids.ts';
import { figuresWords } from '../opportunities/facts.ts';
import { listAction as opportunitiesAction } from '../opportunities/ids.ts';
import { channelMention, dateMention, type Mrkdwn, md, say, words } from '../text.ts';
import { campaignChart } from './chart.ts';
import {
  activationWords,
  nameOf,
  ownerWords,
  periodWords,
  salespersonWords,
  statusWords,
  targetWords,
} from './facts.ts';
import * as ids from './ids.ts';

/** A card and who reads it. */
export interface CardModel {
  locale: Locale;
  timeZone: string;
  card: CampaignCard;
  /** The reader may change and activate it. */
  mayOrganize: boolean;
}

/** Everything about a campaign, with what the reader can do, for the person alone. */
export function campaignMessage(model: CardModel, lead: readonly KnownBlock[] = []): SlackMessage {
  const { locale, card, mayOrganize } = model;
  return message(summary(locale, card), [
    ...lead,
    ...about(model, ownerWords(locale, card)),
    actions(workButtons(locale, card)),
    actions([...(mayOrganize ? organizerButtons(locale, card) : []), shareButton(locale, card)], 'organize'),
    ...footer(model),
  ]);
}

/** The same in a channel, where everybody reads it. */
export function campaignPost(model: Omit<CardModel, 'mayOrganize'>): SlackMessage {
  const { locale, card } = model;
  const { no } = card;
  return message(summary(locale, card), [
    ...about(model, salespersonWords(locale, card)),
    actions([
      button(ids.newSegmentAction, { no }, words(locale, 'segments.button.new')),
      button(ids.showAction, { no }, words(locale, 'campaigns.button.show'), {
        label: words(locale, 'segments.button.show.label', { no }),
      }),
    ]),
    ...footer(model),
  ]);
}

/** What a notification and a screen reader say: the same as the chart. */
function summary(locale: Locale, card: CampaignCard): Mrkdwn {
  const { no, description, statistics, targets, activated } = card;
  const { interactions, contacted, responded, responseRate } = statistics;
  return say(locale, 'campaigns.card.text', {
    no,
    description,
    status: statusWords(locale, card),
    activated: activated ? 'yes' : 'no',
    targets: targets.customers + targets.contacts,
    interactions,
    contacted,
    responded,
    rate: responseRate,
  });
}

function about({ locale, card }: Pick<CardModel, 'locale' | 'card'>, owner: Mrkdwn): KnownBlock[] {
  const { statistics, opportunities, currency, logChannel } = card;
  const { interactions, responded, cost, duration } = statistics;
  const fact = (
    name: 'status' | 'owner' | 'period' | 'channel' | 'cost' | 'duration',
    value: string | Mrkdwn,
  ) => md`*${words(locale, `campaigns.card.${name}`)}*\n${value}`;
  const channel =
    logChannel === null ? words(locale, 'campaigns.channel.workspace') : channelMention(logChannel);
  const perResponse = (value: string) =>
    responded === 0 ? '' : ` · ${words(locale, 'campaigns.card.perResponse', { value })}`;
  return [
    header(nameOf(card)),
    section(activationWords(locale, card), {
      fields: [
        fact('status', statusWords(locale, card)),
        fact('owner', owner),
        fact('period', periodWords(locale, card)),
        fact('channel', channel),
        fact(
          'cost',
          formatMoney(locale, cost, currency) +
            perResponse(formatMoney(locale, statistics.costPerResponse, currency)),
        ),
        fact(
          'duration',
          durationAmount(locale, duration) +
            perResponse(words(locale, 'campaigns.minutes', { value: statistics.durationPerResponse })),
        ),
      ],
    }),
    ...(opportunities.count === 0
      ? []
      : [section(md`💼 ${figuresWords(locale, opportunities, currency)}`, { id: 'opportunities' })]),
    ...(interactions === 0
      ? [section(say(locale, 'campaigns.card.nothingLogged'))]
      : [section(campaignChart(locale, statistics, card.weeks), { id: 'chart' })]),
  ];
}

function workButtons(locale: Locale, card: CampaignCard): Button[] {
  const { no, openSegments, entries, targets, statistics, opportunities } = card;
  const label = (text: string) => ({ label: `${text} ${no}` });
  const newSegment = words(locale, 'segments.button.new');
  const segments = words(locale, 'campaigns.button.segments', { count: openSegments });
  const entryList = words(locale, 'campaigns.button.entries', { count: entries });
  const log = words(locale, 'interactions.button');
  const sales = words(locale, 'opportunities.button.list', { count: opportunities.count });
  const group = words(locale, 'campaigns.button.targets', { count: targets.customers + targets.contacts });
  return [
    button(ids.newSegmentAction, { no }, newSegment, { ...label(newSegment), style: 'primary' }),
    button(ids.segmentsAction, { no }, segments, label(segments)),
    button(ids.targetsAction, { no }, group, label(group)),
    ...(entries > 0 ? [button(campaignEntriesAction, { campaign: no }, entryList, label(entryList))] : []),
    ...(statistics.interactions > 0
      ? [button(listAction, { filter: { scope: { kind: 'campaign', key: no } } }, log, label(log))]
      : []),
    ...(opportunities.count > 0
      ? [button(opportunitiesAction, { scope: { kind: 'campaign', key: no } }, sales, label(sales))]
      : []),
  ];
}

function organizerButtons(locale: Locale, card: CampaignCard): Button[] {
  const { no, activated } = card;
  const edit = words(locale, 'campaigns.button.edit');
  return [
    activated ? deactivateButton(locale, card) : activateButton(locale, card),
    button(ids.editAction, { no }, edit, { label: `${edit} ${no}` }),
  ];
}

function activateButton(locale: Locale, { no, openSegments, statistics }: CampaignCard): Button {
  const text = words(locale, 'campaigns.button.activate');
  return button(ids.activateAction, { no }, text, {
    label: `${text} ${no}`,
    confirm: {
      title: words(locale, 'campaigns.activate.title', { no }),
      text: words(locale, 'campaigns.activate.text', {
        segments: openSegments,
        interactions: statistics.contacted,
      }),
      confirm: text,
      deny: words(locale, 'common.cancel'),
    },
  });
}

function deactivateButton(locale: Locale, { no, targets }: CampaignCard): Button {
  const text = words(locale, 'campaigns.button.deactivate');
  return button(ids.deactivateAction, { no }, text, {
    label: `${text} ${no}`,
    confirm: {
      title: words(locale, 'campaigns.deactivate.title', { no }),
      text: words(locale, 'campaigns.deactivate.text', { targets: targetWords(locale, targets) }),
      confirm: text,
      deny: words(locale, 'common.cancel'),
      danger: true,
    },
  });
}

function shareButton(locale: Locale, { no }: CampaignCard): Button {
  const text = words(locale, 'campaigns.button.share');
  return button(ids.shareAction, { no }, text, { label: `${text} ${no}` });
}

function footer({ locale, timeZone, card }: Pick<CardModel, 'locale' | 'timeZone' | 'card'>): KnownBlock[] {
  const { modifiedAt, digestAt } = card;
  const lines = [
    ...(modifiedAt
      ? [say(locale, 'campaigns.card.changed', { when: dateMention(modifiedAt, timeZone) })]
      : []),
    ...(digestAt ? [say(locale, 'campaigns.card.digest', { when: dateMention(digestAt, timeZone) })] : []),
  ];
  return lines.length ? [context(...lines)] : [];
}
