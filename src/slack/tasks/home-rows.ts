import type { KnownBlock } from '@slack/types';
import type { TaskList } from '../../services/tasks/list.ts';
import { button, context, header, section } from '../blocks/index.ts';
import { say, words } from '../text.ts';
import type { Reader } from './facts.ts';
import { showAction } from './ids.ts';
import { taskText } from './list.ts';

/** The first of a member's open tasks, for the app's home; nothing where there is nothing to do. */
export function homeRows(reader: Reader, { tasks, total }: Pick<TaskList, 'tasks' | 'total'>): KnownBlock[] {
  if (tasks.length === 0) return [];
  const { locale } = reader;
  const more = total - tasks.length;
  return [
    header(words(locale, 'tasks.home.title')),
    ...tasks.map((task) =>
      section(taskText(reader, task, true), {
        accessory: button(showAction, { no: task.no }, words(locale, 'tasks.row.show'), {
          label: words(locale, 'tasks.button.label', {
            button: words(locale, 'tasks.row.show'),
            no: task.no,
          }),
        }),
      }),
    ),
    ...(more > 0 ? [context(say(locale, 'tasks.home.more', { count: more }))] : []),
  ];
}
