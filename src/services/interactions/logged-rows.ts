import { and, eq, type SQL } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { campaigns, interactionTemplates, loggedSegments, members, segments } from '../../db/schema/index.ts';
import type { LoggedSegmentSummary } from './types.ts';

/** Logged segments with the names behind their codes; the caller adds its own condition, order and limit. */
export const selectLogged = (ctx: Context, ...conditions: (SQL | undefined)[]) =>
  executor(ctx)
    .select({
      logged: loggedSegments,
      segment: segments,
      campaign: { no: campaigns.no, description: campaigns.description },
      template: { code: interactionTemplates.code, description: interactionTemplates.description },
      loggedBy: { memberId: members.id, slackUserId: members.slackUserId, name: members.name },
    })
    .from(loggedSegments)
    .innerJoin(
      segments,
      and(eq(segments.workspaceId, loggedSegments.workspaceId), eq(segments.id, loggedSegments.segmentId)),
    )
    .innerJoin(
      members,
      and(eq(members.workspaceId, loggedSegments.workspaceId), eq(members.id, loggedSegments.memberId)),
    )
    .leftJoin(
      campaigns,
      and(eq(campaigns.workspaceId, segments.workspaceId), eq(campaigns.id, segments.campaignId)),
    )
    .leftJoin(
      interactionTemplates,
      and(
        eq(interactionTemplates.workspaceId, segments.workspaceId),
        eq(interactionTemplates.code, segments.interactionTemplateCode),
      ),
    )
    .where(and(eq(loggedSegments.workspaceId, ctx.workspaceId), ...conditions))
    .$dynamic();

export type LoggedRow = Awaited<ReturnType<typeof selectLogged>>[number];

/** @param currency the workspace's */
export function toSummary({ logged, campaign, loggedBy }: LoggedRow, currency: string): LoggedSegmentSummary {
  const { id, entryNo, segmentNo, description, cost, duration, channel, canceled, createdAt } = logged;
  return {
    id,
    entryNo,
    segmentNo,
    description,
    campaign,
    counts: { companies: logged.companies, people: logged.people },
    cost,
    duration,
    currency,
    loggedBy,
    channel,
    canceled,
    createdAt,
  };
}
