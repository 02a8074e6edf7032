import { and, eq } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { post, refreshPosts } from '../../core/posts.ts';
import { members } from '../../db/schema/index.ts';
import type { ApprovalStatus } from './types.ts';

/** Asks one approver by direct message. */
export async function askApprover(
  ctx: TransactionContext,
  requestId: number,
  approver: { memberId: number; slackUserId: string },
): Promise<void> {
  await post(ctx, {
    key: `approval-request:${requestId}:${approver.memberId}`,
    subject: `request:${requestId}`,
    channel: approver.slackUserId,
    content: { kind: 'approval-request', requestId, memberId: approver.memberId },
  });
}

/** Brings every message about the request up to date, and tells the requester what became of it. */
export async function tellOutcome(
  ctx: TransactionContext,
  request: { id: number; requestedBy: number; status: ApprovalStatus },
): Promise<void> {
  await refreshPosts(ctx, `request:${request.id}`);
  const [requester] = await ctx.tx
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, request.requestedBy)));
  if (!requester) return;
  await post(ctx, {
    key: `approval-outcome:${request.id}:${request.status}`,
    subject: `request:${request.id}`,
    channel: requester.slackUserId,
    content: { kind: 'approval-outcome', requestId: request.id },
  });
}
