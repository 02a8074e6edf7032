import { and, asc, eq, sql } from 'drizzle-orm';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { approvalRequests, channelPosts, members, segments } from '../../db/schema/index.ts';
import type { Counts } from '../segments/types.ts';

export interface WaitingRequest {
  requestId: number;
  segmentNo: string;
  segmentVersion: number;
  description: string;
  counts: Counts;
  requestedBy: { slackUserId: string };
  requestedAt: Date;
}

/** More would be a list of its own. */
const MAX_WAITING = 10;

/** Requests for approval that the member was asked to decide on and nobody has decided yet, the oldest first. */
export async function listWaiting(ctx: MemberContext): Promise<WaitingRequest[]> {
  requireInsider(ctx);
  const rows = await executor(ctx)
    .select({
      requestId: approvalRequests.id,
      segmentNo: segments.no,
      segmentVersion: approvalRequests.segmentVersion,
      description: segments.description,
      companies: approvalRequests.companies,
      people: approvalRequests.people,
      requestedBy: members.slackUserId,
      requestedAt: approvalRequests.requestedAt,
    })
    .from(approvalRequests)
    .innerJoin(
      segments,
      and(
        eq(segments.workspaceId, approvalRequests.workspaceId),
        eq(segments.id, approvalRequests.segmentId),
      ),
    )
    .innerJoin(
      members,
      and(
        eq(members.workspaceId, approvalRequests.workspaceId),
        eq(members.id, approvalRequests.requestedBy),
      ),
    )
    .innerJoin(
      channelPosts,
      and(
        eq(channelPosts.workspaceId, approvalRequests.workspaceId),
        eq(channelPosts.subject, sql`'request:' || ${approvalRequests.id}`),
        eq(channelPosts.channel, ctx.actor.slackUserId),
        sql`${channelPosts.content} ->> 'kind' = 'approval-request'`,
      ),
    )
    .where(and(eq(approvalRequests.workspaceId, ctx.workspaceId), eq(approvalRequests.status, 'pending')))
    .orderBy(asc(approvalRequests.requestedAt), asc(approvalRequests.id))
    .limit(MAX_WAITING);
  return rows.map(({ companies, people, requestedBy, ...row }) => ({
    ...row,
    counts: { companies, people },
    requestedBy: { slackUserId: requestedBy },
  }));
}
