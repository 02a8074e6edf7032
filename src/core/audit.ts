import { and, count, eq } from 'drizzle-orm';
import { auditLog } from '../db/schema/index.ts';
import { type Context, executor, type TransactionContext } from './context.ts';

export interface AuditEntry {
  /** `entity.verb`, such as `segment.reduce`. */
  action: string;
  subject: string;
  subjectId: string | number;
  /** Figures and changed fields; no names, texts or addresses of contacts. */
  detail?: Record<string, unknown>;
}

/** Writes who did what, in the transaction of the change itself: if it cannot be written, nothing happened. */
export async function audit(ctx: TransactionContext, entry: AuditEntry): Promise<void> {
  await ctx.tx.insert(auditLog).values({
    workspaceId: ctx.workspaceId,
    at: ctx.now(),
    actor: ctx.actor.kind,
    memberId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    action: entry.action,
    subject: entry.subject,
    subjectId: String(entry.subjectId),
    detail: entry.detail ?? {},
  });
}

/** How often each thing of a kind was changed so, by what people call it; one that never was is left out. */
export async function countChanges(
  ctx: Context,
  { subject, action }: Pick<AuditEntry, 'subject' | 'action'>,
): Promise<Map<string, number>> {
  const rows = await executor(ctx)
    .select({ subjectId: auditLog.subjectId, changes: count() })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.workspaceId, ctx.workspaceId),
        eq(auditLog.subject, subject),
        eq(auditLog.action, action),
      ),
    )
    .groupBy(auditLog.subjectId);
  return new Map(rows.map(({ subjectId, changes }) => [subjectId, changes]));
}
