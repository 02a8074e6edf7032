import type { Button, KnownBlock } from '@slack/types';
import { formatDate } from '../../core/dates.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { InteractionFilter } from '../../services/interactions/interaction-filter.ts';
import type { InteractionRow } from '../../services/interactions/interaction-rows.ts';
import type { InteractionList } from '../../services/interactions/list-interactions.ts';
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
import { choiceLabel } from '../criteria/labels.ts';
import { clip, code, data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { daysWords } from './days-words.ts';
import { exportAction, type ListPage, listAction, rowBlockId, selectAction } from './ids.ts';
import { rowActions } from './row-actions.ts';

const NAME = 100;

/** The interactions that a filter finds, a page at a time. */
export function listMessage(locale: Locale, list: InteractionList, page: ListPage): SlackMessage {
  const { filter, from } = page;
  const title = titleOf(locale, list, filter);
  const narrowed = filterWords(locale, filter);
  const to = from + list.rows.length - 1;
  return message(title, [
    header(title),
    ...(narrowed.length ? [context(join(narrowed, ' · '))] : []),
    ...(list.rows.length
      ? [
          ...list.rows.map((row) => rowBlock(locale, row, page)),
          context(...footer(locale, list, { from, to })),
        ]
      : [section(say(locale, 'interactions.none')), context(hint(locale))]),
    ...(list.rows.length ? [actions(buttons(locale, list, page, to))] : []),
  ]);
}

function titleOf(
  locale: Locale,
  { scope }: InteractionList,
  { scope: { kind, key } }: InteractionFilter,
): string {
  const name = clip(scope.name || scope.no, NAME);
  if (kind === 'mine')
    return words(locale, key === '' ? 'interactions.title.mine' : 'interactions.title', { name });
  if (kind === 'logged') return words(locale, 'interactions.title.logged', { no: scope.no, name });
  return words(locale, 'interactions.title.named', { name, no: scope.no });
}

function filterWords(locale: Locale, filter: InteractionFilter): Mrkdwn[] {
  const { from, to, canceled, failed, postponed, evaluation } = filter;
  return [
    ...(from === undefined && to === undefined ? [] : [daysWords(locale, { from, to })]),
    ...(canceled === undefined
      ? []
      : [say(locale, canceled ? 'logged.filter.canceled' : 'logged.filter.counting')]),
    ...(failed ? [say(locale, 'interactions.filter.failed')] : []),
    ...(postponed ? [say(locale, 'interactions.filter.postponed')] : []),
    ...(evaluation === undefined
      ? []
      : [
          evaluation === 'any'
            ? say(locale, 'interactions.filter.evaluated')
            : say(locale, 'interactions.filter.evaluation', { evaluation: choiceLabel(locale, evaluation) }),
        ]),
  ];
}

/** When and with whom; what; how it went and who did it. */
function rowBlock(locale: Locale, row: InteractionRow, page: ListPage): KnownBlock {
  const who = row.companyName
    ? md`*${data(row.contactName, NAME)}*, ${data(row.companyName, NAME)}`
    : md`*${data(row.contactName, NAME)}*`;
  const when = row.time === '' ? formatDate(row.date, locale) : `${formatDate(row.date, locale)} ${row.time}`;
  const what = data(row.templateName || row.templateCode, NAME);
  const described = row.description === '' ? what : md`${what}: ${data(row.description, NAME)}`;
  const ended: Mrkdwn[] = [
    ...(row.evaluation === '' ? [] : [md`${choiceLabel(locale, row.evaluation)}`]),
    ...(row.attemptFailed ? [say(locale, 'interactions.failed')] : []),
    ...(row.comments > 0 ? [say(locale, 'interactions.comments', { count: row.comments })] : []),
    data(row.salespersonCode || row.loggedBy, NAME),
  ];
  const head = md`${when} · ${who} (${row.contactNo})`;
  const shown = row.canceled ? md`~${head}~ · ${words(locale, 'logged.entry.canceled')}` : head;
  const id = rowBlockId(row.entryId, page);
  return section(join([shown, described, join(ended, ' · ')]), {
    accessory: rowActions(locale, row),
    ...(id === undefined ? {} : { id }),
  });
}

function footer(
  locale: Locale,
  { totals, currency }: InteractionList,
  { from, to }: { from: number; to: number },
): Mrkdwn[] {
  const position = { from, to, total: totals.count };
  if (totals.more) return [say(locale, 'interactions.page.more', position), hint(locale)];
  const sums = say(locale, 'interactions.totals', {
    cost: formatMoney(locale, totals.cost, currency),
    duration: durationAmount(locale, totals.duration),
  });
  return [md`${words(locale, 'common.page', position)} · ${sums}`, hint(locale)];
}

const hint = (locale: Locale): Mrkdwn =>
  say(locale, 'interactions.hint', { command: code(words(locale, 'interactions.hint.command')) });

function buttons(locale: Locale, list: InteractionList, page: ListPage, to: number): Button[] {
  const { filter } = page;
  return [
    ...(to > list.rows.length ? [button(listAction, { filter }, words(locale, 'logged.list.newest'))] : []),
    ...(list.next
      ? [button(listAction, { filter, after: list.next, from: to + 1 }, words(locale, 'logged.list.older'))]
      : []),
    // What is to be completed later is deleted rather than canceled.
    ...(list.rows.length > 1 && !filter.postponed
      ? [button(selectAction, page, words(locale, 'interactions.select'))]
      : []),
    button(exportAction, { filter, format: 'csv' }, words(locale, 'interactions.export.csv')),
    button(exportAction, { filter, format: 'xlsx' }, words(locale, 'interactions.export.xlsx')),
  ];
}

/** The file is on its way. */
export function exportedMessage(
  locale: Locale,
  format: 'csv' | 'xlsx',
  count: number,
  more: boolean,
): SlackMessage {
  const amount = words(locale, more ? 'cancel.amount.more' : 'cancel.amount', { count });
  const text = say(locale, `interactions.export.started.${format}`, { amount });
  return message(text, [section(text)]);
}
