import { and, eq, sql } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
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
    postedAt: ctx.now(),
    attempts: 0,
    error: null,
  });
