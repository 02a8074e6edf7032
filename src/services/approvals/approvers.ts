import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { Context, TransactionContext } from '../../core/context.ts';
import { executor } from '../../core/context.ts';
import { auditLog, campaigns, members } from '../../db/schema/index.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { CHANGES } from '../segments/save-change.ts';
import type { PersonRef } from './types.ts';

type Content = Pick<SegmentRow, 'no' | 'campaignId' | 'createdBy' | 'changedBy'>;

const CHANGED = CHANGES.map((change) => `segment.${change}`);

/**
 * Whoever made the segment what it is: its creator, whoever changed it last, and everybody who ever did. The audit log
 * tells, because steps that were undone or forgotten leave no other trace.
 */
export async function builders(ctx: Context, segment: Content): Promise<Set<number>> {
  const changes = await executor(ctx)
    .selectDistinct({ memberId: auditLog.memberId })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.workspaceId, ctx.workspaceId),
        eq(auditLog.subject, 'segment'),
        eq(auditLog.subjectId, segment.no),
        inArray(auditLog.action, CHANGED),
        isNotNull(auditLog.memberId),
      ),
    );
  return new Set([segment.createdBy, segment.changedBy, ...changes.map((one) => Number(one.memberId))]);
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
