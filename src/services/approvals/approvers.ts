import { and, asc, eq, or } from 'drizzle-orm';
import type { Context, TransactionContext } from '../../core/context.ts';
import { executor } from '../../core/context.ts';
import { campaigns, members, segmentSteps } from '../../db/schema/index.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import type { PersonRef } from './types.ts';

type Content = Pick<SegmentRow, 'id' | 'campaignId' | 'createdBy' | 'changedBy'>;

/** Whoever made the segment what it is: its creator, everybody who made a step, whoever changed it last. */
export async function builders(ctx: Context, segment: Content): Promise<Set<number>> {
  const steps = await executor(ctx)
    .selectDistinct({ memberId: segmentSteps.memberId })
    .from(segmentSteps)
    .where(and(eq(segmentSteps.workspaceId, ctx.workspaceId), eq(segmentSteps.segmentId, segment.id)));
  return new Set([segment.createdBy, segment.changedBy, ...steps.map((step) => step.memberId)]);
}

/** The salesperson who owns the segment's campaign; null without a campaign or an owner. */
export async function campaignOwner(ctx: Context, campaignId: number | null): Promise<string | null> {
  if (campaignId === null) return null;
  const [campaign] = await executor(ctx)
    .select({ salespersonCode: campaigns.salespersonCode })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, campaignId)));
  return campaign?.salespersonCode ?? null;
}

/** Managers and the campaign's owners, who are members in good standing. */
export async function findApprovers(ctx: TransactionContext, segment: Content): Promise<PersonRef[]> {
  const owner = await campaignOwner(ctx, segment.campaignId);
  return ctx.tx
    .select({ memberId: members.id, slackUserId: members.slackUserId })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        eq(members.deactivated, false),
        eq(members.outsider, false),
        or(eq(members.isManager, true), owner === null ? undefined : eq(members.salespersonCode, owner)),
      ),
    )
    .orderBy(asc(members.id));
}
