import { z } from 'zod';
import { taskScope } from '../../services/tasks/list.ts';
import { defineAction, defineView } from '../ids.ts';

const no = z.string().min(1).max(20);
/** The version on the card a button stands on: a press on an old card is told so instead of carried out. */
const version = z.number().int();
const from = z.number().int().min(1).default(1);

/** A page of open tasks; `from` is the 1-based position of its first one. */
export const listPage = z.object({ scope: taskScope, from });
export type ListPage = z.output<typeof listPage>;

export const listAction = defineAction('task.list', listPage);
export const showAction = defineAction('task.show', z.object({ no }));
export const completeAction = defineAction('task.complete', z.object({ no, version }));
export const cancelAction = defineAction('task.cancel', z.object({ no, version }));
export const reopenAction = defineAction('task.reopen', z.object({ no, version }));
export const editAction = defineAction('task.edit', z.object({ no }));
/** Opens the form for the interaction that came of a completed task. */
export const logAction = defineAction('task.log', z.object({ no }));

/** What can be done with a task, from the dots at the end of its row; the list is shown anew afterwards. */
export const rowAction = defineAction(
  'task.row',
  z.object({ do: z.enum(['show', 'complete', 'edit']), no, version, scope: taskScope, from }),
);

/** Opens the form for a new task, for a contact if one is named. */
export const newAction = defineAction('task.new', z.object({ contact: no.optional() }));

/** The form for new tasks: one by itself, of an interaction, or for everybody on a segment as the person saw it. */
export const newView = defineView(
  'task.new',
  z.discriminatedUnion('of', [
    z.object({ of: z.literal('own') }),
    z.object({ of: z.literal('entry'), entry: z.number().int() }),
    z.object({
      of: z.literal('segment'),
      no,
      version,
      /** What was asked back: type and date. */
      shown: z.string().max(40).optional(),
      /** Open tasks of the segment that the form told of. */
      open: z.number().int().default(0),
    }),
  ]),
);
/** `draft`: where the person began, to be shown there what was done. */
export const editView = defineView(
  'task.edit',
  z.object({ no, version, draft: z.number().int().optional() }),
);
