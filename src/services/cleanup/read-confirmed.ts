import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { auditLog } from '../../db/schema/index.ts';
import { cleanupWish, confirmedIds } from './kinds.ts';

const requested = cleanupWish.extend({ confirmed: confirmedIds });

/** What somebody confirmed for a run: which kinds, of which days, and what of it was canceled then. */
export async function readConfirmed(ctx: Context, runId: string) {
  const [row] = await executor(ctx)
    .select({ detail: auditLog.detail })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.workspaceId, ctx.workspaceId),
        eq(auditLog.subject, 'cleanup'),
        eq(auditLog.subjectId, runId),
        eq(auditLog.action, 'cleanup.request'),
      ),
    );
  return requested.parse(row?.detail);
}
