import { and, eq, sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { deliver, type PostContent, type PostSubject } from '../../core/posts.ts';
import { channelPosts } from '../../db/schema/index.ts';

/**
 * Makes room for a card that is shared again: one that stands gives up its key and says what `content` says; one that is
 * still to come is left, one that was given up goes.
 * @param retired.subject what it tells of from now on: it changes no more
 */
export async function retireCard(
  ctx: TransactionContext,
  key: string,
  retired: { subject: PostSubject; content: PostContent },
): Promise<void> {
  const { id, key: ownKey, slackTs, status, revision } = channelPosts;
  const before = and(eq(channelPosts.workspaceId, ctx.workspaceId), eq(ownKey, key));
  const [card] = await ctx.tx.select({ id, slackTs, status }).from(channelPosts).where(before).for('update');
  if (!card) return;
  if (card.slackTs === null && card.status === 'failed') {
    await ctx.tx.delete(channelPosts).where(before);
    return;
  }
  if (card.slackTs === null) return;
  const [moved] = await ctx.tx
    .update(channelPosts)
    .set({
      ...retired,
      key: `${key}:${card.id}`,
      revision: sql`${revision} + 1`,
      status: 'waiting',
      notBefore: null,
    })
    .where(before)
    .returning({ channel: channelPosts.channel });
  if (moved) await deliver(ctx, moved.channel);
}
