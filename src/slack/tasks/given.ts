import type { TaskCard } from '../../services/tasks/types.ts';
import { actions, button, message, type SlackMessage, section } from '../blocks/index.ts';
import { data, mention, say, words } from '../text.ts';
import { dayWords, type Reader, SHORT } from './facts.ts';
import * as ids from './ids.ts';

/** To a salesperson: somebody gave them a task, or several at once, of which this is the first. */
export function givenMessage(
  { locale }: Pick<Reader, 'locale'>,
  { no, description, date }: TaskCard,
  { tasks, by }: { tasks: number; by: string },
): SlackMessage {
  const text = say(locale, 'tasks.given', {
    by: mention(by),
    tasks,
    description: data(description, SHORT),
    date: dayWords(locale, date),
  });
  const show =
    tasks === 1
      ? button(ids.showAction, { no }, words(locale, 'tasks.row.show'))
      : button(ids.listAction, { scope: { kind: 'mine' } }, words(locale, 'tasks.button.show'));
  return message(text, [section(text), actions([show])]);
}
