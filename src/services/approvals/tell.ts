import { and, eq, sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { post, refreshPosts } from '../../core/posts.ts';
import { members } from '../../db/schema/index.ts';
import { refreshCards } from '../segments/refresh-cards.ts';
import type { ApprovalStatus } from './types.ts';

/** Has the message that told the requester of an approval follow what became of the segment. */
export const refreshOutcome = (ctx: TransactionContext, requestId: number): Promise<void> =>
  refreshPosts(ctx, `request:${requestId}`, {
    only: sql`status <> 'failed' and content->>'kind' = 'approval-outcome'`,
  });

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

/**
 * Brings every message about the request, and the segment's cards, up to date, and tells the requester what became of
 * it; one who made it void by a change of their own has read that in the answer.
 */
export async function tellOutcome(
  ctx: TransactionContext,
  request: { id: number; segmentId: number; requestedBy: number },
  outcome: Exclude<ApprovalStatus, 'pending'>,
): Promise<void> {
  await refreshPosts(ctx, `request:${request.id}`);
  await refreshCards(ctx, request.segmentId);
  const { actor } = ctx;
  if (outcome === 'voided' && actor.kind === 'member' && actor.memberId === request.requestedBy) return;
  const [requester] = await ctx.tx
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, request.requestedBy)));
  if (!requester) return;
  await post(ctx, {
    key: `approval-outcome:${request.id}:${outcome}`,
    subject: `request:${request.id}`,
    channel: requester.slackUserId,
    content: { kind: 'approval-outcome', requestId: request.id, told: outcome },
  });
}
