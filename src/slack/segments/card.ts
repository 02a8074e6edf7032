import type { KnownBlock, ModalView } from '@slack/types';
import { formatDate } from '../../core/dates.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { ContactRow, SegmentCard, SegmentHeader } from '../../services/segments/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  durationAmount,
  header,
  message,
  modal,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { outsideWords } from '../campaigns/facts.ts';
import { clip, code, dateMention, join, type Mrkdwn, md, mention, say, words } from '../text.ts';
import { approvalLine } from './approval-line.ts';
import { cardButtons, cardLinks } from './card-buttons.ts';
import { cardView, pageAction } from './ids.ts';
import type { Reader } from './reader.ts';
import { resetButton } from './reset-button.ts';
import { stepLine } from './step-words.ts';

export type { Reader } from './reader.ts';

const MAX_NAME = 60;

export const titleOf = (locale: Locale, { no, description }: SegmentHeader): string =>
  `${no} · ${description || words(locale, 'segments.untitled')}`;

/** Everything about a segment, with its first contacts and what the reader can do next. */
export function cardBlocks(reader: Reader, card: SegmentCard): KnownBlock[] {
  const { locale } = reader;
  const buttons = cardButtons(locale, card);
  return [
    header(titleOf(locale, card.header)),
    section(summary(locale, card), { fields: facts(locale, card) }),
    ...steps(reader, card),
    ...contacts(locale, card),
    ...(buttons.length ? [actions(buttons)] : []),
    actions(cardLinks(locale, card), 'links'),
    context(...footer(reader, card)),
  ];
}

export function cardMessage(
  reader: Reader,
  card: SegmentCard,
  lead: readonly KnownBlock[] = [],
): SlackMessage {
  const { no, description, counts, state } = card.header;
  const text = say(reader.locale, 'segments.card.text', {
    no,
    description,
    contacts: contactsAmount(reader.locale, counts),
    state: words(reader.locale, `segments.state.${state}`),
  });
  return message(text, [...lead, ...cardBlocks(reader, card)]);
}

export const cardModal = (reader: Reader, card: SegmentCard, lead: readonly KnownBlock[] = []): ModalView =>
  modal({
    id: cardView,
    metadata: { no: card.header.no },
    title: card.header.no,
    close: words(reader.locale, 'common.close'),
    blocks: [...lead, ...cardBlocks(reader, card)],
  });

function summary(locale: Locale, { header: { state, counts } }: SegmentCard): Mrkdwn {
  return md`*${contactsAmount(locale, counts)}* · ${words(locale, `segments.state.${state}`)}`;
}

function facts(locale: Locale, card: SegmentCard): Mrkdwn[] {
  const { header: segment, cost, currency, duration } = card;
  const none = words(locale, 'segments.card.none');
  const named = (row: { code: string; name: string } | null) =>
    row ? clip(`${row.code} ${row.name}`, 120) : none;
  const { campaign, template, salesperson } = segment;
  return [
    md`*${words(locale, 'segments.card.campaign')}*\n${named(campaign && { code: campaign.no, name: campaign.description })}`,
    md`*${words(locale, 'segments.card.template')}*\n${named(template && { code: template.code, name: template.description })}`,
    md`*${words(locale, 'segments.card.salesperson')}*\n${named(salesperson)}`,
    md`*${words(locale, 'segments.card.date')}*\n${formatDate(segment.date, locale)}`,
    md`*${words(locale, 'segments.card.cost')}*\n${formatMoney(locale, cost, currency)}`,
    md`*${words(locale, 'segments.card.duration')}*\n${durationAmount(locale, duration)}`,
  ];
}

function steps(reader: Reader, card: SegmentCard): KnownBlock[] {
  const { locale } = reader;
  if (card.steps.length === 0) return [];
  const earlier =
    card.earlierSteps > 0
      ? [md`_${say(locale, 'segments.card.earlierSteps', { count: card.earlierSteps })}_`]
      : [];
  const lines = card.steps.map((step) => stepLine(reader, step));
  return [
    section(join([md`*${words(locale, 'segments.card.steps')}*`, ...earlier, ...lines]), { id: 'steps' }),
  ];
}

function contacts(locale: Locale, card: SegmentCard): KnownBlock[] {
  const { no, version, counts, currentStep, lastStep } = card.header;
  const total = counts.companies + counts.people;
  if (total === 0) {
    const command = code(`/segment add ${no} country:DK type:company`);
    return [
      section(
        currentStep === 0
          ? say(locale, 'segments.card.empty', { command })
          : say(locale, 'segments.card.emptied'),
        lastStep > 1 && card.actions.includes('add')
          ? { accessory: resetButton(locale, { no, version }, lastStep) }
          : {},
      ),
    ];
  }
  const to = card.from + card.contacts.length - 1;
  const position = words(locale, 'common.page', { from: card.from, to, total });
  const lines = card.contacts.map((row, index) => contactLine(card.from + index, row));
  const paging = pagingButtons(locale, card);
  return [
    section(join([md`*${words(locale, 'segments.card.contacts')}* ${position}`, ...lines]), {
      id: 'contacts',
    }),
    ...(paging.length ? [actions(paging, 'paging')] : []),
  ];
}

function contactLine(position: number, row: ContactRow): Mrkdwn {
  const more = [row.companyName, row.city, row.contactNo].filter((part) => part && part !== row.name);
  const sign = row.type === 'company' ? '🏢' : '👤';
  return md`${position}. ${sign} *${clip(row.name, MAX_NAME)}* · ${more.map((part) => clip(part, MAX_NAME)).join(' · ')}`;
}

function pagingButtons(locale: Locale, card: SegmentCard) {
  const { no } = card.header;
  const { previousBefore, nextAfter, from, contacts: rows } = card;
  const size = Math.max(rows.length, 10);
  return [
    ...(previousBefore === undefined
      ? []
      : [
          button(
            pageAction,
            { no, before: previousBefore, from: Math.max(1, from - size) },
            words(locale, 'common.previous'),
          ),
        ]),
    ...(nextAfter === undefined
      ? []
      : [
          button(
            pageAction,
            { no, after: nextAfter, from: from + rows.length },
            words(locale, 'common.next'),
          ),
        ]),
  ];
}

function footer({ locale, timeZone }: Reader, card: SegmentCard): Mrkdwn[] {
  const { changedAt, changedBy } = card.header;
  const changed = say(locale, 'segments.card.changed', {
    when: dateMention(changedAt, timeZone),
    by: mention(changedBy.slackUserId),
  });
  const approval = approvalLine({ locale, timeZone }, card);
  const { outsideCampaign: campaign } = card;
  return [
    changed,
    ...(approval ? [approval] : []),
    ...(campaign ? [outsideWords(locale, card.header.date, campaign)] : []),
  ];
}
