import { and, eq, isNotNull } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { type PostContent, post, refreshPosts } from '../../core/posts.ts';
import { channelPosts } from '../../db/schema/index.ts';

/** So long after asking, people do not look at the message any more; Slack tells nobody of an edit. */
const LATE_MS = 60_000;

/**
 * Tells whoever asked that their segment was not logged: where they were told that it is being logged, or, when that was
 * a while ago, in a new message that the first one points to.
 */
export async function tellFailed(
  ctx: TransactionContext,
  run: { id: number; requestedAt: Date },
): Promise<void> {
  const content: PostContent = { kind: 'log-progress', runId: run.id };
  const key = `log-run:${run.id}`;
  if (ctx.now().getTime() - run.requestedAt.getTime() > LATE_MS) {
    const [standing] = await ctx.tx
      .update(channelPosts)
      .set({ content: { ...content, moved: true } })
      .where(
        and(
          eq(channelPosts.workspaceId, ctx.workspaceId),
          eq(channelPosts.key, key),
          isNotNull(channelPosts.slackTs),
        ),
      )
      .returning({ channel: channelPosts.channel });
    // One that has not come through yet is new to whoever reads it.
    if (standing) {
      await post(ctx, { key: `${key}:failed`, subject: `run:${run.id}`, channel: standing.channel, content });
    }
  }
  await refreshPosts(ctx, `run:${run.id}`);
}
