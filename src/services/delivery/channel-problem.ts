import { and, eq, gte, ne, sql } from 'drizzle-orm';
import { type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import { LIVE_EVERY_MS, type PostSubject, post, postContent, refreshPosts } from '../../core/posts.ts';
import { channelPosts, channelProblems } from '../../db/schema/index.ts';
import { ownersOf } from './channel-owners.ts';

/** Slack's answers that mean the channel, not the post: it is gone, or takes nothing of the app. */
export const CHANNEL_CLOSED = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'channel_is_limited_access',
  'posting_to_general_channel_denied',
  'access_denied',
] as const;

/** Whether an error of a post is about its channel. */
export const isChannelClosed = (error: string | null): boolean =>
  CHANNEL_CLOSED.some((code) => code === error);

/** Public channels take messages of an app that is not in them, but no files. */
export const FILES_REFUSED = 'files_not_in_channel';

/**
 * Notes that a channel takes no posts any more, and tells whoever can do something about it: once, until a post gets
 * through again or the reason is another one.
 * @param error Slack's code; those that are not about the channel are nobody's business here
 */
export async function noteChannelProblem(
  ctx: TransactionContext,
  failing: { id: number; channel: string; content: unknown; isFile: boolean },
  error: string,
): Promise<void> {
  const content = postContent.safeParse(failing.content);
  if (!content.success || !isChannel(failing.channel) || !isChannelClosed(error)) return;
  const { tx, workspaceId } = ctx;
  const { id, channel } = failing;
  const said = error === 'not_in_channel' && failing.isFile ? FILES_REFUSED : error;
  const since = ctx.now();
  const news = await tx
    .insert(channelProblems)
    .values({ workspaceId, channel, error: said, since })
    .onConflictDoUpdate({
      target: [channelProblems.workspaceId, channelProblems.channel],
      set: { error: said, since },
      setWhere: ne(channelProblems.error, said),
    })
    .returning({ channel: channelProblems.channel });
  if (news.length === 0) return countAnew(ctx, channel);
  for (const owner of await ownersOf(ctx, channel, content.data)) {
    await post(ctx, {
      key: `channel-problem:${channel}:${since.getTime()}:${owner}`,
      subject: `channel-problem:${id}`,
      channel: owner,
      content: { kind: 'channel-problem', channel },
    });
  }
}

/** Those who were told see how much waits by now. */
async function countAnew(ctx: TransactionContext, channel: string): Promise<void> {
  const [problem] = await ctx.tx
    .select({ since: channelProblems.since })
    .from(channelProblems)
    .where(and(eq(channelProblems.workspaceId, ctx.workspaceId), eq(channelProblems.channel, channel)));
  if (problem) await refreshTellings(ctx, channel, problem.since, LIVE_EVERY_MS);
}

/** Direct messages are addressed by the member's id; nobody else could do anything about those. */
const isChannel = (channel: string) => /^[CG]/.test(channel);

/** A post has got through: whoever was told of the channel's problem sees that it is over. */
export async function clearChannelProblem(
  ctx: Context,
  posted: { channel: string; isFile: boolean },
): Promise<void> {
  if (!isChannel(posted.channel)) return;
  await inTransaction(ctx, async (inner) => {
    const [cleared] = await inner.tx
      .delete(channelProblems)
      .where(
        and(
          eq(channelProblems.workspaceId, ctx.workspaceId),
          eq(channelProblems.channel, posted.channel),
          posted.isFile ? undefined : ne(channelProblems.error, FILES_REFUSED),
        ),
      )
      .returning({ since: channelProblems.since });
    if (cleared) await refreshTellings(inner, posted.channel, cleared.since);
  });
}

/** Makes the messages that told of a channel's problem anew. @param every as `refreshPosts` takes it */
export async function refreshTellings(
  ctx: TransactionContext,
  channel: string,
  since: Date,
  every?: number,
): Promise<void> {
  const told = await ctx.tx
    .selectDistinct({ subject: channelPosts.subject })
    .from(channelPosts)
    .where(
      and(
        eq(channelPosts.workspaceId, ctx.workspaceId),
        gte(channelPosts.createdAt, since),
        sql`${channelPosts.content}->>'kind' = 'channel-problem'`,
        sql`${channelPosts.content}->>'channel' = ${channel}`,
      ),
    );
  for (const { subject } of told) {
    await refreshPosts(ctx, subject as PostSubject, every === undefined ? {} : { every });
  }
}
