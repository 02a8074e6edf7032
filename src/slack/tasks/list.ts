import type { Button, KnownBlock } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { formatDate } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import { listTasks, type TaskList, type TaskScope } from '../../services/tasks/list.ts';
import type { TaskRow } from '../../services/tasks/types.ts';
import {
  actions,
  button,
  context,
  header,
  message,
  overflow,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { clip, data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { dueWords, isOverdue, type Reader, SHORT, salespersonWords, whomWords } from './facts.ts';
import * as ids from './ids.ts';

/** Rows on one page. */
const PAGE = 8;
/** Of a row, as much as all of them have room for. */
const NAME = 60;
const WHOM = 150;

/**
 * A page of open tasks as they are now; an earlier one, where nothing is left on it.
 * @param lead what was done, above it
 */
export async function loadList(ctx: MemberContext, page: ids.ListPage, lead?: Mrkdwn): Promise<SlackMessage> {
  const list = await listTasks(ctx, { ...page, limit: PAGE });
  if (list.tasks.length === 0 && page.from > 1) {
    return loadList(ctx, { ...page, from: Math.max(1, page.from - PAGE) }, lead);
  }
  return listMessage({ ...ctx, isSalesperson: ctx.actor.salespersonCode !== null }, list, page, lead);
}

export function listMessage(
  reader: Reader & { isSalesperson: boolean },
  list: TaskList,
  page: ids.ListPage,
  lead?: Mrkdwn,
): SlackMessage {
  const { locale } = reader;
  const { scope, from } = page;
  const { tasks, total, overdue } = list;
  const title = titleOf(locale, scope, list.name);
  const to = from + tasks.length - 1;
  return message(lead ?? title, [
    ...(lead ? [section(lead)] : []),
    header(title),
    ...(tasks.length
      ? [
          ...tasks.map((task) => rowBlock(reader, task, page)),
          context(
            words(locale, 'common.page', { from, to, total }),
            words(locale, 'tasks.list.figures', { total, overdue }),
          ),
        ]
      : [section(emptyWords(reader, scope, list))]),
    actions(buttons(locale, list, page, to)),
  ]);
}

function titleOf(locale: Locale, { kind, key }: TaskScope, name: string): string {
  if (kind === 'mine' || kind === 'all') return words(locale, `tasks.list.${kind}`);
  return words(locale, 'tasks.list.of', { name: clip(name, SHORT), no: key.toUpperCase() });
}

function emptyWords(
  { locale, isSalesperson }: { locale: Locale; isSalesperson: boolean },
  { kind, key }: TaskScope,
  { logged }: TaskList,
): Mrkdwn {
  if (logged) return say(locale, 'tasks.list.empty.logged', { no: data(key.toUpperCase()) });
  return say(locale, `tasks.list.empty.${kind === 'mine' && !isSalesperson ? 'nobody' : kind}`);
}

/** When and what; whom it is about, and what else is worth knowing of it. */
export function taskText(reader: Reader, task: TaskRow, isOwn: boolean): Mrkdwn {
  const { locale } = reader;
  const { no, type, description, date, priority, status, campaign, segmentNo } = task;
  const due = dueWords(reader, task);
  const when = join(
    [
      ...(isOverdue(reader, task) ? [md`⚠️`] : []),
      md`*${formatDate(date, locale)}*`,
      ...(due === '' ? [] : [md`(${due})`]),
    ],
    ' ',
  );
  const said = data(description, SHORT);
  const what = type === '' ? said : md`${words(locale, `tasks.type.${type}`)}: ${said}`;
  const whom = whomWords(locale, task);
  const more = [
    ...(whom === '' ? [] : [data(whom, WHOM)]),
    ...(isOwn ? [] : [data(salespersonWords(task), NAME)]),
    ...(priority === 'high' ? [say(locale, 'tasks.row.highPriority')] : []),
    ...(status === 'not-started' ? [] : [say(locale, `tasks.status.${status}`)]),
    ...(campaign ? [data(campaign.no)] : []),
    ...(segmentNo ? [data(segmentNo)] : []),
    data(no),
  ];
  return join([md`${when} · ${what}`, join(more, ' · ')]);
}

function rowBlock(reader: Reader, task: TaskRow, { scope, from }: ids.ListPage): KnownBlock {
  const { no, version } = task;
  const choice = (what: 'complete' | 'edit' | 'show') => ({
    text: words(reader.locale, `tasks.row.${what}`),
    value: { do: what, no, version, scope, from },
  });
  return section(taskText(reader, task, scope.kind === 'mine'), {
    accessory: overflow(ids.rowAction, [choice('complete'), choice('edit'), choice('show')]),
  });
}

function buttons(locale: Locale, { total }: TaskList, { scope, from }: ids.ListPage, to: number): Button[] {
  const page = (start: number) => ({ scope, from: start });
  const list = (kind: 'mine' | 'all') =>
    button(ids.listAction, { scope: { kind } }, words(locale, `tasks.list.button.${kind}`));
  return [
    ...(from > 1
      ? [button(ids.listAction, page(Math.max(1, from - PAGE)), words(locale, 'common.previous'))]
      : []),
    ...(to < total ? [button(ids.listAction, page(to + 1), words(locale, 'common.next'))] : []),
    button(
      ids.newAction,
      scope.kind === 'contact' ? { contact: scope.key } : {},
      words(locale, 'tasks.button.new'),
    ),
    ...(scope.kind === 'mine' ? [] : [list('mine')]),
    ...(scope.kind === 'all' ? [] : [list('all')]),
  ];
}
