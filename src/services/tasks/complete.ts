import type { MemberContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { ConflictError } from '../../core/errors.ts';
import { changeTask, type TaskChange, taskChange } from './change-task.ts';

/**
 * Says that a task is done; its attendees' close with it (`domain.md` §3.8). One that is done already stays so.
 * @throws as `changeTask`; ConflictError task_closed, where it was canceled
 */
export const completeTask = (ctx: MemberContext, input: TaskChange) =>
  changeTask(ctx, taskChange.parse(input), async ({ now, timeZone }, { no, canceled, closedOn }) => {
    if (canceled) throw new ConflictError('task_closed', { no });
    if (closedOn !== null) return null;
    const closed = today({ now: now(), timeZone });
    return { set: { status: 'completed', closedOn: closed }, action: 'task.complete', afterOwn: true };
  });
