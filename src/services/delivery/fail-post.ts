import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import { deliver, post, postContent, refreshPosts } from '../../core/posts.ts';
import { approvalRequests, channelPosts, loggedSegments, logRuns, members } from '../../db/schema/index.ts';

/**
 * Gives a post up for good, with the replies that were to stand under it, and tells the person who asked for what
 * it shows. What it tells of has happened all the same.
 * @param error Slack's code, or `parent_failed`, `gone`, `render_failed`
 */
export function failPost(
  ctx: Context,
  failing: { id: number; content: unknown },
  error: string,
): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const { tx, workspaceId } = inner;
    await tx
      .update(channelPosts)
      .set({ status: 'failed', error, attemptedAt: null })
      .where(and(eq(channelPosts.workspaceId, workspaceId), eq(channelPosts.id, failing.id)));
    await tx
      .update(channelPosts)
      .set({ status: 'failed', error: 'parent_failed' })
      .where(
        and(
          eq(channelPosts.workspaceId, workspaceId),
          eq(channelPosts.parentId, failing.id),
          isNull(channelPosts.postedAt),
        ),
      );
    if (error === 'parent_failed' || error === 'gone') return;
    const content = postContent.safeParse(failing.content);
    if (!content.success) return;
    if ('loggedSegmentId' in content.data) await tellOfLog(inner, content.data.loggedSegmentId);
    if (content.data.kind === 'approval-request') await tellOfRequest(inner, content.data.requestId);
  });
}

/** The message to whoever asked for the logging says that the channel got nothing. */
async function tellOfLog(ctx: TransactionContext, loggedSegmentId: number): Promise<void> {
  const [run] = await ctx.tx
    .select({ id: logRuns.id })
    .from(loggedSegments)
    .innerJoin(
      logRuns,
      and(
        eq(logRuns.workspaceId, loggedSegments.workspaceId),
        eq(logRuns.segmentId, loggedSegments.segmentId),
        eq(logRuns.status, 'done'),
      ),
    )
    .where(and(eq(loggedSegments.workspaceId, ctx.workspaceId), eq(loggedSegments.id, loggedSegmentId)));
  if (run) await refreshPosts(ctx, `run:${run.id}`);
}

/** The requester learns that an approver could not be asked: one message, edited when it happens again. */
async function tellOfRequest(ctx: TransactionContext, requestId: number): Promise<void> {
  const { tx, workspaceId } = ctx;
  const [requester] = await tx
    .select({ slackUserId: members.slackUserId })
    .from(approvalRequests)
    .innerJoin(
      members,
      and(
        eq(members.workspaceId, approvalRequests.workspaceId),
        eq(members.id, approvalRequests.requestedBy),
      ),
    )
    .where(and(eq(approvalRequests.workspaceId, workspaceId), eq(approvalRequests.id, requestId)));
  if (!requester) return;
  const key = `approval-unreached:${requestId}`;
  const written = await post(ctx, {
    key,
    subject: `request:${requestId}`,
    channel: requester.slackUserId,
    content: { kind: 'approval-outcome', requestId },
  });
  if (written !== undefined) return;
  // Only this one: asking for all posts of the request anew would try the failed ones again, for ever.
  await tx
    .update(channelPosts)
    .set({ revision: sql`${channelPosts.revision} + 1` })
    .where(and(eq(channelPosts.workspaceId, workspaceId), eq(channelPosts.key, key)));
  await deliver(ctx, requester.slackUserId);
}
