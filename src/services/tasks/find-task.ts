import { and, eq, sql } from 'drizzle-orm';
import { type Context, executor, type TransactionContext } from '../../core/context.ts';
import { asNumber } from '../../core/document-number.ts';
import { NotFoundError } from '../../core/errors.ts';
import { tasks } from '../../db/schema/index.ts';

export type StoredTask = typeof tasks.$inferSelect;

/** What is to be done, also where the number is that of an attendee's. */
const named = (ctx: Context, no: string) =>
  and(
    eq(tasks.workspaceId, ctx.workspaceId),
    sql`${tasks.id} = (
      select coalesce(n.organizer_id, n.id) from tasks n
      where n.workspace_id = ${ctx.workspaceId} and n.no = ${asNumber(no)})`,
  );

/** The id of a task by its number; undefined where there is none. */
export async function findTaskId(ctx: Context, no: string): Promise<number | undefined> {
  const [task] = await executor(ctx).select({ id: tasks.id }).from(tasks).where(named(ctx, no));
  return task?.id;
}

/** The task's row, held until the transaction ends. @throws NotFoundError task_not_found */
export async function lockTask(ctx: TransactionContext, no: string): Promise<StoredTask> {
  const [task] = await ctx.tx.select().from(tasks).where(named(ctx, no)).for('update');
  if (!task) throw new NotFoundError('task_not_found', { no: asNumber(no) });
  return task;
}
