import { and, eq, sql } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { LIVE_EVERY_MS } from '../../core/posts.ts';
import { channelPosts } from '../../db/schema/index.ts';

type Changes = Parameters<ReturnType<ReturnType<typeof executor>['update']>['set']>[0];

const change = async (ctx: Context, id: number, changes: Changes): Promise<void> => {
  await executor(ctx)
    .update(channelPosts)
    .set(changes)
    .where(and(eq(channelPosts.workspaceId, ctx.workspaceId), eq(channelPosts.id, id)));
};

/** Before Slack is called: from now on the post may stand there although we have no answer. */
export const markAttempted = (ctx: Context, id: number): Promise<void> =>
  change(ctx, id, {
    attemptedAt: sql`coalesce(${channelPosts.attemptedAt}, ${ctx.now().toISOString()}::timestamptz)`,
    attempts: sql`${channelPosts.attempts} + 1`,
  });

/** Slack has said that it did nothing. */
export const clearAttempt = (ctx: Context, id: number): Promise<void> =>
  change(ctx, id, { attemptedAt: null });

/**
 * Slack gave no answer that one could go by, once more, however far the attempt came.
 * @param notBefore the post alone is tried again then; left out: it stays first in its channel
 */
export const markUnanswered = (
  ctx: Context,
  post: { id: number; attempts: number },
  notBefore?: Date,
): Promise<void> =>
  change(ctx, post.id, { attempts: post.attempts + 1, ...(notBefore ? { notBefore } : {}) });

/** Where the words beside a file stand, or the file that is to be shared: kept before the next call to Slack. */
export const keepPlace = (
  ctx: Context,
  id: number,
  place: { slackChannel?: string; slackTs?: string; slackFileId?: string },
): Promise<void> => change(ctx, id, place);

/**
 * The post stands as it was at `revision`; if it was changed in the meantime it is due again.
 * @param place where it stands, when it was posted just now
 */
export const markPosted = (
  ctx: Context,
  post: { id: number; revision: number },
  place: { slackChannel?: string; slackTs?: string } = {},
): Promise<void> =>
  change(ctx, post.id, {
    ...place,
    postedRevision: post.revision,
    status: sql`case when ${channelPosts.revision} > ${post.revision} then 'waiting' else 'posted' end`,
    // What changed while Slack was called was measured from the edit before this one.
    notBefore: sql`case when ${channelPosts.revision} > ${post.revision} and ${channelPosts.notBefore} is not null
      then ${new Date(ctx.now().getTime() + LIVE_EVERY_MS).toISOString()}::timestamptz end`,
    postedAt: ctx.now(),
    attempts: 0,
    error: null,
  });
