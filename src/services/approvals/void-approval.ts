import { and, eq, inArray } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import type { TransactionContext } from '../../core/context.ts';
import { approvalRequests, segments } from '../../db/schema/index.ts';
import { tellOutcome } from './tell.ts';
import type { ApprovalChange } from './types.ts';

/**
 * Makes a segment's approval, or the request for one, void because the segment changes: an approval holds for
 * exactly what was approved. The segment is open again. The caller holds the segment's row.
 * @returns whether there was something to void
 */
export async function voidApproval(
  ctx: TransactionContext,
  segment: { id: number; no: string },
  change: ApprovalChange,
): Promise<boolean> {
  const { tx, workspaceId } = ctx;
  const [request] = await tx
    .update(approvalRequests)
    .set({ status: 'voided', change })
    .where(
      and(
        eq(approvalRequests.workspaceId, workspaceId),
        eq(approvalRequests.segmentId, segment.id),
        inArray(approvalRequests.status, ['pending', 'approved']),
      ),
    )
    .returning({
      id: approvalRequests.id,
      segmentId: approvalRequests.segmentId,
      requestedBy: approvalRequests.requestedBy,
    });
  if (!request) return false;
  await tx
    .update(segments)
    .set({ state: 'open' })
    .where(
      and(
        eq(segments.workspaceId, workspaceId),
        eq(segments.id, segment.id),
        inArray(segments.state, ['submitted', 'approved']),
      ),
    );
  await tellOutcome(ctx, request, 'voided');
  await audit(ctx, {
    action: 'approval.void',
    subject: 'segment',
    subjectId: segment.no,
    detail: { requestId: request.id, ...change },
  });
  return true;
}
