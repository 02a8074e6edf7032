import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import { deliver, post, postContent } from '../../core/posts.ts';
import { approvalRequests, channelPosts, members } from '../../db/schema/index.ts';
import { refreshRuns } from '../interactions/refresh-runs.ts';
import { finishSending } from '../sending/finish.ts';
import { handedTypes } from '../sending/hand-over.ts';
import { noteChannelProblem } from './channel-problem.ts';
import { isPromisedFile } from './refused-file.ts';

/**
 * Gives a post up for good, with the replies that were to stand under it, and tells the person who asked for what
 * it shows, and whose channel it is. What it tells of has happened all the same.
 * @param error Slack's code, or `parent_failed`, `gone`, `render_failed`
 */
export function failPost(
  ctx: Context,
  failing: { id: number; channel: string; content: unknown },
  error: string,
  isFile = false,
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
    const content = postContent.safeParse(failing.content);
    if (content.success && content.data.kind === 'log-attachments') {
      const { loggedSegmentId, emails } = content.data;
      await finishSending(inner, { loggedSegmentId, types: handedTypes(emails), status: 'error' });
    }
    if (error === 'parent_failed' || error === 'gone') return;
    await noteChannelProblem(inner, { ...failing, isFile }, error);
    if (!content.success || content.data.kind === 'log-attachments') return;
    if ('loggedSegmentId' in content.data) await refreshRuns(inner, [content.data.loggedSegmentId]);
    if (content.data.kind === 'approval-request') await tellOfRequest(inner, content.data.requestId);
    if (isPromisedFile(content.data)) await tellOfFile(inner, failing);
  });
}

/** Whoever waits for a file learns that it does not come. A message that fails is not told of in turn. */
const tellOfFile = (ctx: TransactionContext, { id, channel }: { id: number; channel: string }) =>
  post(ctx, {
    key: `file-refused:${id}`,
    subject: `file-refused:${id}`,
    channel,
    content: { kind: 'file-refused', postId: id },
  });

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
    content: { kind: 'approval-unreached', requestId },
  });
  if (written !== undefined) return;
  // Only this one: asking for all posts of the request anew would try the failed ones again, for ever.
  await tx
    .update(channelPosts)
    .set({ revision: sql`${channelPosts.revision} + 1` })
    .where(and(eq(channelPosts.workspaceId, workspaceId), eq(channelPosts.key, key)));
  await deliver(ctx, requester.slackUserId);
}
