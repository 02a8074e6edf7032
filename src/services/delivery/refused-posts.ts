import { and, eq, inArray, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Context, executor } from '../../core/context.ts';
import { channelPosts } from '../../db/schema/index.ts';
import { CHANNEL_CLOSED } from './channel-problem.ts';

const parent = alias(channelPosts, 'refused_parent');
const closed = [...CHANNEL_CLOSED];

/** Posts that were given up because their channel was closed, and the replies that were to stand under them. */
export function refusedPosts(ctx: Context, channel: string) {
  const underRefused = executor(ctx)
    .select({ id: parent.id })
    .from(parent)
    .where(
      and(
        eq(parent.workspaceId, ctx.workspaceId),
        eq(parent.status, 'failed'),
        inArray(parent.error, closed),
      ),
    );
  return and(
    eq(channelPosts.workspaceId, ctx.workspaceId),
    eq(channelPosts.channel, channel),
    eq(channelPosts.status, 'failed'),
    or(
      inArray(channelPosts.error, closed),
      and(eq(channelPosts.error, 'parent_failed'), inArray(channelPosts.parentId, underRefused)),
    ),
  );
}
