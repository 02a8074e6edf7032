import { and, eq } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import { type Context, inTransaction } from '../../core/context.ts';
import type { AppError } from '../../core/errors.ts';
import { approvalRequests, logRuns, segments } from '../../db/schema/index.ts';
import { voidApproval } from '../approvals/void-approval.ts';
import { refreshCards } from '../segments/refresh-cards.ts';
import { NotLoggableError } from './not-loggable.ts';
import { tellFailed } from './tell-failed.ts';

/**
 * Ends a run that was refused: nothing was logged, the segment is again what it was before, approved or open, and
 * the person who asked is told why. A run that has ended already is left alone.
 */
export function failRun(ctx: Context, runId: number, error: AppError): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const { tx, workspaceId } = inner;
    const problems = error instanceof NotLoggableError ? error.problems : [];
    const ofRun = and(eq(logRuns.workspaceId, workspaceId), eq(logRuns.id, runId));
    const [run] = await tx.select({ segmentId: logRuns.segmentId }).from(logRuns).where(ofRun);
    if (!run) return;
    const ofSegment = and(eq(segments.workspaceId, workspaceId), eq(segments.id, run.segmentId));
    const [segment] = await tx.select().from(segments).where(ofSegment).for('update');
    const [failed] = await tx
      .update(logRuns)
      .set({
        status: 'failed',
        finishedAt: inner.now(),
        error: JSON.stringify({ code: error.code, params: error.params, problems }),
      })
      .where(and(ofRun, eq(logRuns.status, 'queued')))
      .returning({ id: logRuns.id, requestedAt: logRuns.requestedAt });
    if (!segment || !failed) return;

    if (problems.some(({ kind }) => kind === 'approval-changed')) {
      const changed = String(error.params.changed ?? '');
      const none = { companies: 0, people: 0 };
      const fields = changed === '' ? [] : changed.split(',');
      await voidApproval(inner, segment, { added: none, removed: none, fields });
    }
    const [approval] = await tx
      .select({ id: approvalRequests.id })
      .from(approvalRequests)
      .where(
        and(
          eq(approvalRequests.workspaceId, workspaceId),
          eq(approvalRequests.segmentId, segment.id),
          eq(approvalRequests.status, 'approved'),
        ),
      );
    await tx
      .update(segments)
      .set({ state: approval ? 'approved' : 'open' })
      .where(and(ofSegment, eq(segments.state, 'logging')));
    await tellFailed(inner, failed);
    await refreshCards(inner, segment.id);
    await audit(inner, {
      action: 'segment.refuse-logging',
      subject: 'segment',
      subjectId: segment.no,
      detail: { runId, code: error.code, ...error.params },
    });
  });
}
