import type { Button, KnownBlock } from '@slack/types';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { LoggedFilter, LoggedSegmentList } from '../../services/interactions/list-logged.ts';
import type { LoggedSegmentSummary } from '../../services/interactions/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  header,
  message,
  overflow,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { daysWords } from '../interaction-list/days-words.ts';
import type { Reader } from '../segments/reader.ts';
import { code, data, dateMention, join, type Mrkdwn, md, say, words } from '../text.ts';
import { SHORT } from './facts.ts';
import { loggedListAction, loggedRowAction } from './ids.ts';

/** Rows on a page of the list. */
export const LIST_PAGE = 8;

/** Logged segments, the last one first. @param from 1-based position of the page's first one */
export function loggedListMessage(
  reader: Reader,
  list: LoggedSegmentList,
  from: number,
  filter: LoggedFilter = {},
): SlackMessage {
  const { locale } = reader;
  const title = words(locale, 'logged.list.title');
  const rows = list.loggedSegments.map((row) => listRow(reader, row));
  const to = from + rows.length - 1;
  const narrowed = filterWords(locale, filter);
  const paging: Button[] = [
    ...(from > 1 ? [button(loggedListAction, { filter }, words(locale, 'logged.list.newest'))] : []),
    ...(list.nextBefore === undefined
      ? []
      : [
          button(
            loggedListAction,
            { filter, before: list.nextBefore, from: to + 1 },
            words(locale, 'logged.list.older'),
          ),
        ]),
    ...narrowing(locale, filter),
  ];
  return message(title, [
    header(title),
    ...(narrowed ? [context(narrowed)] : []),
    ...(rows.length
      ? [...rows, context(words(locale, 'common.page', { from, to, total: list.total }), hint(locale))]
      : [section(empty(locale, filter))]),
    ...(paging.length ? [actions(paging)] : []),
  ]);
}

const hint = (locale: Locale): Mrkdwn =>
  say(locale, 'logged.list.hint', {
    command: code(words(locale, 'logged.list.hint.command')),
  });

const isNarrow = (filter: LoggedFilter) => Object.keys(filter).length > 0;

const empty = (locale: Locale, filter: LoggedFilter): Mrkdwn =>
  isNarrow(filter)
    ? say(locale, 'logged.list.none')
    : say(locale, 'logged.list.empty', { command: code('/segment log SM00001') });

/** One press away: one's own, the canceled ones, all. */
function narrowing(locale: Locale, filter: LoggedFilter): Button[] {
  return [
    ...(filter.by === undefined
      ? [button(loggedListAction, { filter: { ...filter, by: 'me' } }, words(locale, 'logged.list.mine'))]
      : []),
    ...(filter.canceled === undefined
      ? [
          button(
            loggedListAction,
            { filter: { ...filter, canceled: true } },
            words(locale, 'logged.list.canceledOnes'),
          ),
        ]
      : []),
    ...(isNarrow(filter) ? [button(loggedListAction, {}, words(locale, 'logged.list.all'))] : []),
  ];
}

function filterWords(locale: Locale, filter: LoggedFilter): Mrkdwn | undefined {
  const { campaign, by, canceled, from, to } = filter;
  const parts = [
    ...(campaign === undefined ? [] : [say(locale, 'logged.filter.campaign', { no: campaign })]),
    ...(by === undefined
      ? []
      : [by === 'me' ? say(locale, 'logged.filter.mine') : say(locale, 'logged.filter.by', { by })]),
    ...(canceled === undefined
      ? []
      : [say(locale, canceled ? 'logged.filter.canceled' : 'logged.filter.counting')]),
    ...(from === undefined && to === undefined ? [] : [daysWords(locale, { from, to })]),
  ];
  return parts.length ? join(parts, ' · ') : undefined;
}

function listRow({ locale, timeZone }: Reader, row: LoggedSegmentSummary): KnownBlock {
  const { entryNo: entry, canceled } = row;
  const text = say(locale, 'logged.list.row', {
    entry: String(entry),
    no: row.segmentNo,
    description: data(row.description, SHORT),
    contacts: contactsAmount(locale, row.counts),
    cost: formatMoney(locale, row.cost, row.currency),
    at: dateMention(row.createdAt, timeZone, '{date_short_pretty}'),
  });
  const by = data(row.loggedBy.name, SHORT);
  return section(
    canceled ? md`${text} · ${by} · *${words(locale, 'logged.list.canceled')}*` : md`${text} · ${by}`,
    {
      accessory: overflow(loggedRowAction, [
        { text: words(locale, 'logged.list.show'), value: { do: 'show', entry } },
        { text: words(locale, 'interactions.button'), value: { do: 'interactions', entry } },
        {
          text: words(locale, canceled ? 'cancel.row.undo' : 'cancel.row'),
          value: { do: 'cancel', entry, c: canceled },
        },
      ]),
    },
  );
}
