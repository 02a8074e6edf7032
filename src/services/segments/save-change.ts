import { and, eq, sql } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { segments } from '../../db/schema/index.ts';
import { voidApproval } from '../approvals/void-approval.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { followLines } from '../campaigns/targets/follow-lines.ts';
import { type HeaderValues, headerColumns } from './header-values.ts';
import type { SegmentRow } from './lock-segment.ts';
import { refreshCards } from './refresh-cards.ts';
import { stepInput } from './step-input.ts';
import type { Counts } from './types.ts';

/** What can be done to a segment: the kinds of steps, and moves among them. */
export const CHANGES = [
  ...stepInput.options.map((option) => option.shape.kind.value),
  'undo',
  'redo',
  'go-to',
  'reset',
] as const;

export interface Change {
  change: (typeof CHANGES)[number];
  added: Counts;
  removed: Counts;
  /** By how much the totals change: a decimal string, and minutes. */
  cost: string;
  duration: number;
  /** The header as it is from now on, if it changes. */
  header?: HeaderValues | undefined;
  /** What changed besides who is on the segment, as `ApprovalChange.fields` has it. */
  fields: string[];
  currentStep: number;
  lastStep: number;
  lastLineNo: number;
}

export interface Saved {
  now: Counts;
  version: number;
  voided: boolean;
}

/**
 * Brings the segment's row up to what was done to the lines, voids approvals, has its cards shown anew and the target
 * groups of campaigns follow, and writes the audit row.
 */
export async function saveChange(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  done: Change,
): Promise<Saved> {
  const { change, added, removed, header, fields, currentStep, lastStep, lastLineNo } = done;
  const now = {
    companies: segment.companies + added.companies - removed.companies,
    people: segment.people + added.people - removed.people,
  };
  const voided = await voidApproval(ctx, segment, { added, removed, fields });
  const [saved] = await ctx.tx
    .update(segments)
    .set({
      ...(header ? headerColumns(header) : {}),
      ...now,
      cost: sql`${segments.cost} + ${done.cost}::numeric(18, 2)`,
      duration: sql`${segments.duration} + ${done.duration}::bigint`,
      currentStep,
      lastStep,
      lastLineNo,
      version: sql`${segments.version} + 1`,
      lastChange: change,
      changedBy: ctx.actor.memberId,
      changedAt: ctx.now(),
    })
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, segment.id)))
    .returning({ version: segments.version });
  await refreshCards(ctx, segment.id);
  await tellCampaigns(ctx, segment, done);
  await audit(ctx, {
    action: `segment.${change}`,
    subject: 'segment',
    subjectId: segment.no,
    detail: { stepNo: currentStep, added, removed, now, ...(fields.length ? { fields } : {}) },
  });
  return { now, version: saved?.version ?? segment.version + 1, voided };
}

async function tellCampaigns(ctx: TransactionContext, segment: SegmentRow, done: Change): Promise<void> {
  const { header = segment, removed, fields, currentStep } = done;
  const moved = header.campaignId !== segment.campaignId;
  await followLines(ctx, {
    segmentId: segment.id,
    campaigns: moved ? [segment.campaignId, header.campaignId] : [segment.campaignId],
    low: Math.min(segment.currentStep, currentStep),
    high: Math.max(segment.currentStep, currentStep),
    all: moved || header.campaignTarget !== segment.campaignTarget,
    onlyAdded: removed.companies + removed.people + fields.length === 0,
  });
  if (!moved) return;
  await refreshCampaign(ctx, segment.campaignId);
  await refreshCampaign(ctx, header.campaignId);
}
