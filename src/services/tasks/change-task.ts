import { and, eq, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type AuditEntry, audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { movedOn } from '../../core/moved-on.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { tasks } from '../../db/schema/index.ts';
import { lockTask, type StoredTask } from './find-task.ts';

/** Where a change comes from, for all verbs that change a task. */
export const taskChange = z.object({
  no: z.string().max(20),
  /** The version the person looked at; a task that moved on since is not changed. */
  expectedVersion: z.number().int().optional(),
  requestKey: z.string().max(200).optional(),
});
export type TaskChange = z.input<typeof taskChange>;

interface Change {
  set: Partial<Omit<StoredTask, 'id' | 'no' | 'workspaceId'>>;
  action: (typeof ACTIONS)[number];
  detail?: AuditEntry['detail'];
  /** Carried out although the same member has changed the task since they looked at it. */
  afterOwn?: boolean;
}

const ACTIONS = ['task.create', 'task.edit', 'task.complete', 'task.cancel', 'task.reopen'] as const;

/**
 * What every change of a task has in common: once per request, on the locked task, its attendees' along with it. Any full
 * member may, since colleagues stand in for each other.
 * @param work says what to change; null where nothing would change
 * @throws NotFoundError task_not_found; ForbiddenError outsider
 * @throws ConflictError task_moved_on (with who changed it and when)
 */
export function changeTask(
  ctx: MemberContext,
  { no, expectedVersion, requestKey }: z.output<typeof taskChange>,
  work: (ctx: MemberContext & TransactionContext, task: StoredTask) => Promise<Change | null>,
): Promise<{ no: string; changed: boolean }> {
  requireInsider(ctx);
  return once(ctx, requestKey, async (inner) => {
    const task = await lockTask(inner, no);
    const change = await work(inner, task);
    if (!change) return { no: task.no, changed: false };
    if (expectedVersion !== undefined && expectedVersion !== task.version) {
      const moved = await movedOn(inner, 'task_moved_on', {
        no: task.no,
        subject: 'task',
        actions: [...ACTIONS],
      });
      if (!change.afterOwn || moved.params.by !== ctx.actor.slackUserId) throw moved;
    }
    await inner.tx
      .update(tasks)
      .set({ ...change.set, version: sql`${tasks.version} + 1` })
      .where(
        and(
          eq(tasks.workspaceId, ctx.workspaceId),
          or(eq(tasks.id, task.id), eq(tasks.organizerId, task.id)),
        ),
      );
    const { action, detail = {} } = change;
    await audit(inner, { action, subject: 'task', subjectId: task.no, detail });
    return { no: task.no, changed: true };
  });
}
