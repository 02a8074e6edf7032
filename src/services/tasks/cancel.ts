import type { MemberContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { ConflictError } from '../../core/errors.ts';
import { changeTask, type TaskChange, taskChange } from './change-task.ts';

/**
 * Says that a task is not to be done any more; its attendees' close with it (`domain.md` §3.8). One that is canceled
 * already stays so.
 * @throws as `changeTask`; ConflictError task_closed, where it was completed
 */
export const cancelTask = (ctx: MemberContext, input: TaskChange) =>
  changeTask(ctx, taskChange.parse(input), async ({ now, timeZone }, { no, canceled, closedOn }) => {
    if (canceled) return null;
    if (closedOn !== null) throw new ConflictError('task_closed', { no });
    const closed = today({ now: now(), timeZone });
    return { set: { canceled: true, closedOn: closed }, action: 'task.cancel', afterOwn: true };
  });
