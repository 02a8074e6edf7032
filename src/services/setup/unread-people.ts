import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { members } from '../../db/schema/index.ts';

/** Those of whom Slack was never asked: whether they are guests is not known. Slack user ids, in their order. */
export async function unreadPeople(ctx: Context, slackUserIds: string[]): Promise<string[]> {
  if (slackUserIds.length === 0) return [];
  const rows = await executor(ctx)
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        inArray(members.slackUserId, slackUserIds),
        isNotNull(members.profileReadAt),
      ),
    );
  const read = new Set(rows.map((row) => row.slackUserId));
  return slackUserIds.filter((one) => !read.has(one));
}
