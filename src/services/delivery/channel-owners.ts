import { and, asc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import type { PostContent } from '../../core/posts.ts';
import {
  callLists,
  campaigns,
  interactionLogEntries,
  loggedSegments,
  members,
} from '../../db/schema/index.ts';

/**
 * Who is told when a channel takes no posts: the owners of the campaigns that are logged there, else whoever asked for
 * the post, else the managers and admins. Nobody who has left.
 * @returns Slack user ids
 */
export async function ownersOf(
  ctx: TransactionContext,
  channel: string,
  content: PostContent,
): Promise<string[]> {
  const codes = ctx.tx
    .select({ code: campaigns.salespersonCode })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.logChannel, channel)));
  const owners = await reachable(ctx, inArray(members.salespersonCode, codes));
  if (owners.length > 0) return owners;
  const asker = await askedBy(ctx, content);
  const asking = asker === undefined ? [] : await reachable(ctx, eq(members.id, asker));
  if (asking.length > 0) return asking;
  return reachable(ctx, or(eq(members.isManager, true), eq(members.slackAdmin, true)));
}

async function reachable(ctx: TransactionContext, who: SQL | undefined): Promise<string[]> {
  const rows = await ctx.tx
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        eq(members.deactivated, false),
        eq(members.outsider, false),
        who,
      ),
    )
    .orderBy(asc(members.id));
  return rows.map((row) => row.slackUserId);
}

/** The member who did what the post tells of. */
async function askedBy(ctx: TransactionContext, content: PostContent): Promise<number | undefined> {
  const { tx, workspaceId } = ctx;
  if ('memberId' in content) return content.memberId;
  if ('loggedSegmentId' in content) {
    const [row] = await tx
      .select({ memberId: loggedSegments.memberId })
      .from(loggedSegments)
      .where(
        and(eq(loggedSegments.workspaceId, workspaceId), eq(loggedSegments.id, content.loggedSegmentId)),
      );
    return row?.memberId;
  }
  if ('entryId' in content) {
    const entry = interactionLogEntries;
    const [row] = await tx
      .select({ memberId: entry.memberId })
      .from(entry)
      .where(and(eq(entry.workspaceId, workspaceId), eq(entry.id, content.entryId)));
    return row?.memberId;
  }
  if ('listId' in content) {
    const [row] = await tx
      .select({ memberId: callLists.startedBy })
      .from(callLists)
      .where(and(eq(callLists.workspaceId, workspaceId), eq(callLists.id, content.listId)));
    return row?.memberId;
  }
  return undefined;
}
