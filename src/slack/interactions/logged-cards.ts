import type { Button, KnownBlock } from '@slack/types';
import { formatMoney } from '../../core/money.ts';
import type { LoggedSegmentList } from '../../services/interactions/list-logged.ts';
import type { LoggedSegmentCard, LoggedSegmentSummary } from '../../services/interactions/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  header,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import type { Reader } from '../segments/reader.ts';
import { channelMention, clip, code, data, dateMention, join, md, mention, say, words } from '../text.ts';
import { SHORT } from './facts.ts';
import { loggedListAction, loggedShowAction } from './ids.ts';
import { entryLine, loggedFacts } from './log-messages.ts';

/** Rows on a page of the list, and entries on a page of a card. */
export const LIST_PAGE = 8;
export const CARD_PAGE = 10;

/** Logged segments, the last one first. @param from 1-based position of the page's first one */
export function loggedListMessage(reader: Reader, list: LoggedSegmentList, from: number): SlackMessage {
  const { locale } = reader;
  const title = words(locale, 'logged.list.title');
  const rows = list.loggedSegments.map((row) => listRow(reader, row));
  const to = from + rows.length - 1;
  const paging: Button[] = [
    ...(from > 1 ? [button(loggedListAction, {}, words(locale, 'logged.list.newest'))] : []),
    ...(list.nextBefore === undefined
      ? []
      : [
          button(
            loggedListAction,
            { before: list.nextBefore, from: to + 1 },
            words(locale, 'logged.list.older'),
          ),
        ]),
  ];
  return message(title, [
    header(title),
    ...(rows.length
      ? [...rows, context(words(locale, 'common.page', { from, to, total: list.total }))]
      : [section(say(locale, 'logged.list.empty', { command: code('/segment log SM00001') }))]),
    ...(paging.length ? [actions(paging)] : []),
  ]);
}

function listRow({ locale, timeZone }: Reader, row: LoggedSegmentSummary): KnownBlock {
  const entry = String(row.entryNo);
  const text = say(locale, 'logged.list.row', {
    entry,
    no: row.segmentNo,
    description: data(row.description, SHORT),
    contacts: contactsAmount(locale, row.counts),
    cost: formatMoney(locale, row.cost, row.currency),
    at: dateMention(row.createdAt, timeZone, '{date_short_pretty}'),
  });
  return section(row.canceled ? md`${text} · ${words(locale, 'logged.list.canceled')}` : text, {
    accessory: button(loggedShowAction, { entry: row.entryNo }, words(locale, 'logged.list.show'), {
      label: words(locale, 'logged.list.show.label', { entry, description: clip(row.description, SHORT) }),
    }),
  });
}

/** A logged segment with a page of its entries, for one person. */
export function loggedCardMessage({ locale, timeZone }: Reader, card: LoggedSegmentCard): SlackMessage {
  const name = { entry: String(card.entryNo), no: card.segmentNo };
  const { rows, from } = card.entries;
  const total = card.counts.companies + card.counts.people;
  const position = words(locale, 'common.page', { from, to: from + rows.length - 1, total });
  const lines = rows.map((row, index) => entryLine(locale, from + index, row));
  // Its two numbers stand in the title.
  const facts = loggedFacts(locale, card).slice(2);
  const paging = pagingButtons(locale, card);
  const posted = say(locale, 'logged.card.posted', {
    by: mention(card.loggedBy.slackUserId),
    at: dateMention(card.createdAt, timeZone),
    channel: channelMention(card.channel),
  });
  return message(say(locale, 'logged.card.title', { ...name, description: data(card.description, SHORT) }), [
    header(words(locale, 'logged.card.title', { ...name, description: clip(card.description, SHORT) })),
    ...(card.canceled ? [section(say(locale, 'logged.post.canceled'))] : []),
    section(posted, { fields: facts }),
    ...(card.followUpNo ? [section(say(locale, 'logged.card.followUp', { no: card.followUpNo }))] : []),
    section(join([md`*${words(locale, 'logged.card.entries')}* ${position}`, ...lines])),
    ...(paging.length ? [actions(paging)] : []),
  ]);
}

function pagingButtons(locale: Reader['locale'], { entryNo: entry, entries }: LoggedSegmentCard): Button[] {
  const { previousBefore, nextAfter, from, rows } = entries;
  return [
    ...(previousBefore === undefined
      ? []
      : [
          button(
            loggedShowAction,
            { entry, before: previousBefore, from: Math.max(1, from - CARD_PAGE) },
            words(locale, 'common.previous'),
          ),
        ]),
    ...(nextAfter === undefined
      ? []
      : [
          button(
            loggedShowAction,
            { entry, after: nextAfter, from: from + rows.length },
            words(locale, 'common.next'),
          ),
        ]),
  ];
}
