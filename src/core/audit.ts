import { auditLog } from '../db/schema/index.ts';
import type { TransactionContext } from './context.ts';

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
