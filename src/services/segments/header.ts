import { and, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import {
  campaigns,
  interactionGroups,
  interactionTemplates,
  languages,
  members,
  salespeople,
  segments,
} from '../../db/schema/index.ts';
import { requirePresent, segmentNo } from './lock-segment.ts';
import type { SegmentHeader } from './types.ts';

const creator = alias(members, 'creator');
const changer = alias(members, 'changer');

/** Segments of the workspace with the names behind their codes; the caller adds its own condition, order and limit. */
export const selectHeaders = (ctx: Context, ...conditions: (SQL | undefined)[]) =>
  executor(ctx)
    .select({
      segment: segments,
      campaign: {
        id: campaigns.id,
        no: campaigns.no,
        description: campaigns.description,
        salespersonCode: campaigns.salespersonCode,
      },
      template: { code: interactionTemplates.code, description: interactionTemplates.description },
      salesperson: { code: salespeople.code, name: salespeople.description },
      group: { code: interactionGroups.code, description: interactionGroups.description },
      language: { code: languages.code, description: languages.description },
      createdBy: { memberId: creator.id, slackUserId: creator.slackUserId },
      changedBy: { memberId: changer.id, slackUserId: changer.slackUserId },
    })
    .from(segments)
    .innerJoin(
      creator,
      and(eq(creator.workspaceId, segments.workspaceId), eq(creator.id, segments.createdBy)),
    )
    .innerJoin(
      changer,
      and(eq(changer.workspaceId, segments.workspaceId), eq(changer.id, segments.changedBy)),
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
    .leftJoin(
      salespeople,
      and(eq(salespeople.workspaceId, segments.workspaceId), eq(salespeople.code, segments.salespersonCode)),
    )
    .leftJoin(
      interactionGroups,
      and(
        eq(interactionGroups.workspaceId, segments.workspaceId),
        eq(interactionGroups.code, segments.interactionGroupCode),
      ),
    )
    .leftJoin(
      languages,
      and(eq(languages.workspaceId, segments.workspaceId), eq(languages.code, segments.languageCode)),
    )
    .where(and(eq(segments.workspaceId, ctx.workspaceId), ...conditions))
    .$dynamic();

type HeaderRow = Awaited<ReturnType<typeof selectHeaders>>[number];

/** The view of a segment's header. */
export function toHeader({ segment, ...names }: HeaderRow): SegmentHeader {
  const { id, no, description, date, campaignTarget, campaignResponse, subject, languages } = segment;
  const { unitCost, unitDuration, informationFlow, initiatedBy } = segment;
  const { correspondenceType, ignoreContactCorrespondenceType } = segment;
  const { state, version, currentStep, lastStep, companies, people, cost, duration, changedAt } = segment;
  return {
    id,
    no,
    description,
    date,
    campaignTarget,
    campaignResponse,
    subject,
    languages,
    unitCost,
    unitDuration,
    informationFlow,
    initiatedBy,
    correspondenceType,
    ignoreContactCorrespondenceType,
    state,
    version,
    currentStep,
    lastStep,
    changedAt,
    counts: { companies, people },
    cost,
    duration,
    ...names,
  };
}

/** @throws NotFoundError segment_not_found, segment_deleted */
export async function readHeader(ctx: Context, no: string): Promise<SegmentHeader> {
  const [row] = await selectHeaders(ctx, eq(segments.no, segmentNo(no)));
  if (!row) throw new NotFoundError('segment_not_found', { no: segmentNo(no) });
  requirePresent(row.segment, no);
  return toHeader(row);
}
