import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { members } from '../../db/schema/index.ts';

/** Managers of whom Slack was never asked: their language, and whether they are guests, is not known. Slack user ids. */
export async function unreadManagers(ctx: Context): Promise<string[]> {
  const rows = await executor(ctx)
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        eq(members.isManager, true),
        isNull(members.profileReadAt),
      ),
    )
    .orderBy(asc(members.id));
  return rows.map((row) => row.slackUserId);
}
