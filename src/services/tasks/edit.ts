import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { ConflictError } from '../../core/errors.ts';
import { findSalesperson } from '../setup/find-codes.ts';
import { changeTask, taskChange } from './change-task.ts';
import { readTask, TASK_PRIORITIES, TASK_STATUSES } from './task-input.ts';
import { tellGiven } from './tell-given.ts';

const editTaskInput = taskChange.extend({
  description: z.string().optional(),
  /** In words or figures, meant in the member's language and zone. */
  date: z.string().optional(),
  priority: z.enum(TASK_PRIORITIES).optional(),
  status: z.enum(TASK_STATUSES).optional(),
  salespersonCode: z.string().max(20).optional(),
});

/**
 * Changes an open task; what is left out stays. *Completed* as its status closes it. A salesperson who was blocked since
 * may stay; another one is told, unless nothing is left to do.
 * @throws as `changeTask`; ConflictError task_closed
 * @throws InvalidError as `readTask`; salesperson_not_found, on field `salesperson`
 */
export async function editTask(
  ctx: MemberContext,
  input: z.input<typeof editTaskInput>,
): Promise<{ no: string; changed: boolean }> {
  const { description, date, priority, status, salespersonCode, ...change } = editTaskInput.parse(input);
  return changeTask(ctx, change, async (inner, task) => {
    if (task.closedOn !== null) throw new ConflictError('task_closed', { no: task.no });
    const said = readTask(inner, {
      description: description ?? task.description,
      date: date ?? task.date,
    });
    const other = salespersonCode !== undefined && salespersonCode !== task.salespersonCode;
    const after = {
      ...said,
      priority: priority ?? task.priority,
      status: status ?? task.status,
      salespersonCode: other ? (await findSalesperson(inner, salespersonCode)).code : task.salespersonCode,
    };
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter(
      (field) => after[field] !== task[field],
    );
    if (fields.length === 0) return null;
    const given = {
      no: task.no,
      version: task.version + 1,
      tasks: 1,
      salespersonCode: after.salespersonCode,
    };
    const isGiven = fields.includes('salespersonCode') && after.status !== 'completed';
    if (isGiven) await tellGiven(inner, given);
    const closedOn = after.status === 'completed' ? today({ now: ctx.now(), timeZone: ctx.timeZone }) : null;
    return { set: { ...after, closedOn }, action: 'task.edit', detail: { fields } };
  });
}
