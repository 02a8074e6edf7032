import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { type PostContent, type PostSubject, refreshPosts } from '../../core/posts.ts';
import { channelPosts } from '../../db/schema/index.ts';

/**
 * Has the messages of these kinds about something say something else, where what they showed goes. Only what stands is
 * edited; what could not be posted is not posted for this.
 */
export async function replacePosts(
  ctx: TransactionContext,
  { subjects, kinds }: { subjects: PostSubject[]; kinds: PostContent['kind'][] },
  content: PostContent,
): Promise<void> {
  const kind = sql`${channelPosts.content}->>'kind'`;
  await ctx.tx
    .update(channelPosts)
    .set({ content })
    .where(
      and(
        eq(channelPosts.workspaceId, ctx.workspaceId),
        inArray(channelPosts.subject, subjects),
        inArray(kind, kinds),
        isNotNull(channelPosts.slackTs),
      ),
    );
  const only = sql`${kind} = ${content.kind}`;
  for (const subject of subjects) await refreshPosts(ctx, subject, { only });
}
