import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { channelPosts, channelProblems } from '../../db/schema/index.ts';
import { refusedPosts } from './refused-posts.ts';

export interface ChannelState {
  /** Slack channel id. */
  channel: string;
  /** Slack's error code, or `files_not_in_channel`; null: it takes posts. */
  error: string | null;
  /** Messages and files that it did not take. */
  refused: number;
}

/** Whether a channel takes posts, and what it did not take. */
export async function showChannel(ctx: Context, { channel }: { channel: string }): Promise<ChannelState> {
  requireInsider(ctx);
  const [problem] = await executor(ctx)
    .select({ error: channelProblems.error })
    .from(channelProblems)
    .where(and(eq(channelProblems.workspaceId, ctx.workspaceId), eq(channelProblems.channel, channel)));
  const refused = await executor(ctx).$count(channelPosts, refusedPosts(ctx, channel));
  return { channel, error: problem?.error ?? null, refused };
}
