import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Context, executor } from '../../core/context.ts';
import { approvalRequests, members } from '../../db/schema/index.ts';
import type { ApprovalState } from '../segments/types.ts';

const requester = alias(members, 'requester');
const decider = alias(members, 'decider');

/** The last request for a segment, whatever became of it; null when nobody has asked yet. */
export async function lastApproval(ctx: Context, segmentId: number): Promise<ApprovalState | null> {
  const [row] = await executor(ctx)
    .select({
      requestId: approvalRequests.id,
      status: approvalRequests.status,
      requestedBy: { memberId: requester.id, slackUserId: requester.slackUserId },
      decidedBy: { memberId: decider.id, slackUserId: decider.slackUserId },
      decidedAt: approvalRequests.decidedAt,
      comment: approvalRequests.comment,
    })
    .from(approvalRequests)
    .innerJoin(
      requester,
      and(
        eq(requester.workspaceId, approvalRequests.workspaceId),
        eq(requester.id, approvalRequests.requestedBy),
      ),
    )
    .leftJoin(
      decider,
      and(eq(decider.workspaceId, approvalRequests.workspaceId), eq(decider.id, approvalRequests.decidedBy)),
    )
    .where(and(eq(approvalRequests.workspaceId, ctx.workspaceId), eq(approvalRequests.segmentId, segmentId)))
    .orderBy(desc(approvalRequests.id))
    .limit(1);
  return row ?? null;
}
