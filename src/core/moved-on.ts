import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { auditLog, members } from '../db/schema/index.ts';
import type { TransactionContext } from './context.ts';
import { ConflictError, type ErrorCode } from './errors.ts';

export interface Changed {
  /** What people call it by: its number or code. */
  no: string;
  subject: string;
  /** Audited actions that may have been the change. */
  actions: string[];
  /** Only where the audit says so too. */
  detail?: Record<string, string | string[]>;
}

/**
 * The refusal of a change that was meant for an earlier state: `no`, and who made the last change (`by`, blank for
 * nobody in particular) and when (`at`).
 */
export async function movedOn(
  ctx: TransactionContext,
  code: ErrorCode,
  changed: Changed,
): Promise<ConflictError> {
  const { no, subject, actions, detail } = changed;
  const [last] = await ctx.tx
    .select({ by: members.slackUserId, at: auditLog.at })
    .from(auditLog)
    .leftJoin(members, and(eq(members.workspaceId, auditLog.workspaceId), eq(members.id, auditLog.memberId)))
    .where(
      and(
        eq(auditLog.workspaceId, ctx.workspaceId),
        eq(auditLog.subject, subject),
        eq(auditLog.subjectId, no),
        inArray(auditLog.action, actions),
        detail ? sql`${auditLog.detail} @> ${JSON.stringify(detail)}::text::jsonb` : undefined,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1);
  return new ConflictError(code, { no, by: last?.by ?? '', at: (last?.at ?? ctx.now()).toISOString() });
}
