import { NotFoundError } from '../../core/errors.ts';
import type { Locale } from '../../i18n/translate.ts';
import { findContacts } from '../../services/contacts/contact-segments.ts';
import { findSegment } from '../../services/segments/find-segment.ts';
import type { FoundContact } from '../../services/segments/types.ts';
import { findTaskId } from '../../services/tasks/find-task.ts';
import type { TaskScope } from '../../services/tasks/list.ts';
import { showTask } from '../../services/tasks/show.ts';
import { actions, button, header, message, type SlackMessage, section } from '../blocks/index.ts';
import type { CommandRequest } from '../listener.ts';
import { code, data, join, md, say, words } from '../text.ts';
import { taskMessage } from './card.ts';
import * as ids from './ids.ts';
import { loadList } from './list.ts';
import { openNewTask, openSegmentTasks } from './open.ts';

const HELP = /^(?:help|hjælp|\?)$/i;
const NEW = /^(?:new|create|ny|opret)(?:\s+(.*))?$/isu;
const LIST = /^(?:list|ls|liste)(?:\s+(.*))?$/isu;
const SHOW = /^(?:show|vis)\s+(?=\S+$)/iu;
const MINE = /^(?:mine)?$/i;
const ALL = /^(?:all|alle)$/i;

/**
 * `/task`: one's open tasks. `/task list [all | CONTACT | SEGMENT]`: those of others. `/task [new] CONTACT | SEGMENT`
 * opens the form for them, `/task [show] NO` shows a task.
 */
export async function taskCommand(request: CommandRequest): Promise<SlackMessage | undefined> {
  const { ctx } = request;
  const text = request.text.normalize('NFC').trim();
  if (HELP.test(text)) return helpMessage(ctx.locale);
  const created = NEW.exec(text);
  if (created && !created[1]) {
    await openNewTask(request);
    return undefined;
  }
  if (created) return openFor(request, created[1] ?? '');
  const listed = LIST.exec(text);
  if (listed || MINE.test(text)) return listFor(request, listed?.[1]?.trim() ?? '');
  if (ALL.test(text)) return listFor(request, text);
  const no = text.replace(SHOW, '');
  if (isNumber(no) && (no !== text || (await findTaskId(ctx, no)) !== undefined)) {
    return taskMessage(ctx, await showTask(ctx, { no }));
  }
  return openFor(request, text);
}

/** A number is one word. */
const isNumber = (text: string): boolean => /^\S{1,20}$/u.test(text);

/** The form for a segment's contacts, or for the contact that is meant. */
async function openFor(request: CommandRequest, text: string): Promise<SlackMessage | undefined> {
  const { ctx } = request;
  if (await isSegment(request, text)) {
    await openSegmentTasks(request, text);
    return undefined;
  }
  const found = await findContacts(ctx, text);
  const [first] = found;
  if (!first || found.length > 1) {
    return chooseMessage(ctx.locale, text, found, (no, name) => button(ids.newAction, { contact: no }, name));
  }
  await openNewTask(request, first.contactNo);
  return undefined;
}

async function listFor(request: CommandRequest, text: string): Promise<SlackMessage> {
  const { ctx } = request;
  const list = (scope: TaskScope) => loadList(ctx, { scope, from: 1 });
  if (MINE.test(text)) return list({ kind: 'mine', key: '' });
  if (ALL.test(text)) return list({ kind: 'all', key: '' });
  if (await isSegment(request, text)) return list({ kind: 'segment', key: text.toUpperCase() });
  const found = await findContacts(ctx, text);
  const [first] = found;
  if (first && found.length === 1) return list({ kind: 'contact', key: first.contactNo });
  return chooseMessage(ctx.locale, text, found, (key, name) =>
    button(ids.listAction, { scope: { kind: 'contact', key } }, name),
  );
}

/** @throws NotFoundError segment_deleted */
async function isSegment({ ctx }: CommandRequest, text: string): Promise<boolean> {
  if (!isNumber(text)) return false;
  try {
    await findSegment(ctx, text);
    return true;
  } catch (error) {
    if (error instanceof NotFoundError && error.code === 'segment_not_found') return false;
    throw error;
  }
}

/** Nobody, or several to choose from. */
function chooseMessage(
  locale: Locale,
  typed: string,
  found: readonly FoundContact[],
  choice: (no: string, name: string) => ReturnType<typeof button>,
): SlackMessage {
  const text = say(locale, found.length ? 'tasks.choose' : 'tasks.none', { text: data(typed, 60) });
  const buttons = found.map(({ contactNo, name, companyName }) =>
    choice(contactNo, `${name}${companyName ? `, ${companyName}` : ''} (${contactNo})`),
  );
  return message(text, [section(text), ...(buttons.length ? [actions(buttons)] : [])]);
}

function helpMessage(locale: Locale): SlackMessage {
  const lines = (
    [
      ['/task', 'own'],
      ['/task new', 'new'],
      ['/task Anna Hansen', 'contact'],
      ['/task SM00001', 'segment'],
      ['/task TD000001', 'show'],
      ['/task list all', 'all'],
      ['/task list Anna Hansen', 'list'],
    ] as const
  ).map(([usage, key]) => md`${code(usage)} ${say(locale, `tasks.help.${key}`)}`);
  const intro = say(locale, 'tasks.help');
  return message(intro, [
    header(words(locale, 'tasks.title')),
    section(intro),
    section(join(lines)),
    actions([
      button(ids.newAction, {}, words(locale, 'tasks.button.new'), { style: 'primary' }),
      button(ids.listAction, { scope: { kind: 'mine' } }, words(locale, 'tasks.list.mine')),
    ]),
  ]);
}
