import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import type { Locale } from '../../i18n/translate.ts';
import {
  MAX_DESCRIPTION,
  TASK_PRIORITIES,
  TASK_STATUSES,
  TASK_TYPES,
} from '../../services/tasks/task-input.ts';
import type { TaskPriority, TaskStatus } from '../../services/tasks/types.ts';
import {
  type Choice,
  externalSelect,
  input,
  radioButtons,
  staticSelect,
  textInput,
} from '../blocks/index.ts';
import { type Form, typedText } from '../listener.ts';
import { findSalesperson } from '../segments/ids.ts';
import { words } from '../text.ts';

/** The value that stands for the type without a name: an option needs one. */
const PLAIN = 'task';

/** As long as a date that can be read may be. */
const DATE = 60;

/** The kinds of tasks. @param several says what each means for several contacts */
export const typeField = (locale: Locale, several: boolean): InputBlock =>
  input(
    'type',
    words(locale, 'tasks.form.type'),
    radioButtons(
      'type',
      TASK_TYPES.map((type) => ({
        value: type || PLAIN,
        text: words(locale, `tasks.type.${type}`),
        ...(several
          ? { description: words(locale, type === 'meeting' ? 'tasks.form.together' : 'tasks.form.each') }
          : {}),
      })),
      several ? 'phone-call' : PLAIN,
    ),
  );

export const descriptionField = (locale: Locale, initial = ''): InputBlock =>
  input(
    'description',
    words(locale, 'tasks.form.description'),
    textInput('description', { initial, maxLength: MAX_DESCRIPTION }),
  );

export const dateField = (locale: Locale, initial: string): InputBlock =>
  input('date', words(locale, 'tasks.form.date'), textInput('date', { initial, maxLength: DATE }), {
    hint: words(locale, 'tasks.form.date.hint'),
  });

export const priorityField = (locale: Locale, initial: TaskPriority): InputBlock =>
  input(
    'priority',
    words(locale, 'tasks.form.priority'),
    staticSelect(
      'priority',
      [...TASK_PRIORITIES]
        .reverse()
        .map((value) => ({ value, text: words(locale, `tasks.priority.${value}`) })),
      { initial },
    ),
  );

export const statusField = (locale: Locale, initial: TaskStatus): InputBlock =>
  input(
    'status',
    words(locale, 'tasks.form.status'),
    staticSelect(
      'status',
      TASK_STATUSES.map((value) => ({ value, text: words(locale, `tasks.status.${value}`) })),
      { initial },
    ),
  );

export const salespersonField = (locale: Locale, initial: Choice | undefined): InputBlock =>
  input(
    'salesperson',
    words(locale, 'tasks.form.salesperson'),
    externalSelect(findSalesperson, {
      placeholder: words(locale, 'field.search'),
      ...(initial ? { initial } : {}),
    }),
  );

const typeChoice = z.enum([PLAIN, 'meeting', 'phone-call']);
const code = z.string().max(30).nullish();

/** What every new task says. */
const newForm = z.object({
  type: typeChoice.transform((type) => (type === PLAIN ? ('' as const) : type)),
  description: typedText,
  date: typedText,
  priority: z.enum(TASK_PRIORITIES),
  contact: code,
  salesperson: code,
  campaign: code,
});

/** What was filled in, as the services take it. */
export function readNewForm(form: Form) {
  const { contact, salesperson, campaign, ...said } = newForm.parse(form);
  return { said, contact: contact ?? null, salesperson: salesperson ?? null, campaign: campaign ?? null };
}

const editForm = z.object({
  description: typedText,
  date: typedText,
  priority: z.enum(TASK_PRIORITIES),
  status: z.enum(TASK_STATUSES),
  salesperson: z.string().max(30),
});

export function readEditForm(form: Form) {
  const { salesperson: salespersonCode, ...said } = editForm.parse(form);
  return { ...said, salespersonCode };
}
