import type { MemberContext } from '../../core/context.ts';
import { changeTask, type TaskChange, taskChange } from './change-task.ts';

/**
 * Takes back that a task was completed or canceled, its attendees' with it. One that is open stays as it is.
 * @throws as `changeTask`
 */
export const reopenTask = (ctx: MemberContext, input: TaskChange) =>
  changeTask(ctx, taskChange.parse(input), async (_, { closedOn, status }) => {
    if (closedOn === null) return null;
    return {
      set: {
        canceled: false,
        closedOn: null,
        // What it was before it was completed is not known any more.
        ...(status === 'completed' ? { status: 'in-progress' as const } : {}),
      },
      action: 'task.reopen',
      afterOwn: true,
    };
  });
