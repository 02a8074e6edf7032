import { and, eq, sql } from 'drizzle-orm';
import { executor, type MemberContext } from '../../core/context.ts';
import { asNumber } from '../../core/document-number.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { members, opportunities, opportunityComments, segments } from '../../db/schema/index.ts';
import { readSettings } from '../setup/read-settings.ts';
import { mayDeleteOpportunity } from './delete.ts';
import { selectSummaries, toSummary } from './select.ts';
import type { OpportunityCard } from './types.ts';

/** Everything an opportunity's card shows. @throws NotFoundError opportunity_not_found */
export async function showOpportunity(ctx: MemberContext, input: { no: string }): Promise<OpportunityCard> {
  requireInsider(ctx);
  const no = asNumber(input.no);
  const named = eq(opportunities.no, no);
  const [summary] = await selectSummaries(ctx, named);
  const [more] = await executor(ctx)
    .select({
      version: opportunities.version,
      segment: { no: segments.no, description: opportunities.segmentDescription },
      createdOn: opportunities.createdOn,
      createdBy: { memberId: members.id, slackUserId: members.slackUserId, name: members.name },
      closedOn: opportunities.closedOn,
      closeReason: opportunities.closeReason,
      comments: sql<number>`(
        select count(*)::integer from ${opportunityComments}
        where ${opportunityComments.workspaceId} = ${opportunities.workspaceId}
          and ${opportunityComments.opportunityId} = ${opportunities.id}
      )`,
    })
    .from(opportunities)
    .innerJoin(
      members,
      and(eq(members.workspaceId, opportunities.workspaceId), eq(members.id, opportunities.createdBy)),
    )
    .leftJoin(
      segments,
      and(eq(segments.workspaceId, opportunities.workspaceId), eq(segments.id, opportunities.segmentId)),
    )
    .where(and(eq(opportunities.workspaceId, ctx.workspaceId), named));
  if (!summary || !more) throw new NotFoundError('opportunity_not_found', { no });
  const { currency } = await readSettings(ctx);
  const { no: segmentNo, description } = more.segment;
  return {
    ...toSummary(summary),
    ...more,
    segment: segmentNo === null ? null : { no: segmentNo, description },
    currency,
    mayDelete: mayDeleteOpportunity(ctx, { createdBy: more.createdBy.memberId, status: summary.status }),
  };
}
