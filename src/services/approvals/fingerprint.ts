import { createHash } from 'node:crypto';
import { and, eq, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { campaigns, segmentSteps } from '../../db/schema/index.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';

/** What an approval is bound to, in the order of the fingerprint; the names are those of `ApprovalChange.fields`. */
export const PARTS = [
  'description',
  'date',
  'campaign',
  'template',
  'unitCost',
  'unitDuration',
  'salesperson',
  'steps',
  'contacts',
  'campaignTarget',
  'campaignResponse',
  'group',
  'language',
  'subject',
  'informationFlow',
  'initiatedBy',
  'correspondenceType',
  'ignoreContactCorrespondenceType',
  'lines',
] as const;
type Part = (typeof PARTS)[number];

const hash = (value: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex')
    .slice(0, 32);

/**
 * What exactly is to be approved: header, campaign, the steps that count, the set of contacts, and what lines have of
 * their own. One hash per part, so that a mismatch can be named. The caller holds the segment's row, so that nothing changes meanwhile.
 */
export async function fingerprint(ctx: TransactionContext, segment: SegmentRow): Promise<string> {
  const content: Record<Part, unknown> = {
    description: segment.description,
    date: segment.date,
    campaign: await campaignContent(ctx, segment.campaignId),
    template: segment.interactionTemplateCode,
    unitCost: segment.unitCost,
    unitDuration: segment.unitDuration,
    salesperson: segment.salespersonCode,
    steps: await stepInputs(ctx, segment),
    contacts: await contactDigest(ctx, segment.id),
    campaignTarget: segment.campaignTarget,
    campaignResponse: segment.campaignResponse,
    group: segment.interactionGroupCode,
    language: spoken(segment),
    subject: segment.subject,
    informationFlow: segment.informationFlow,
    initiatedBy: segment.initiatedBy,
    correspondenceType: segment.correspondenceType,
    ignoreContactCorrespondenceType: segment.ignoreContactCorrespondenceType,
    lines: await ownDigest(ctx, segment.id),
  };
  return PARTS.map((part) => hash(content[part])).join('.');
}

/** Rows by language in one order; without any, as it was when there were none, so that what was approved stays so. */
function spoken({ languageCode, languages }: SegmentRow): unknown {
  const rows = Object.entries(languages).sort(([one], [other]) => (one < other ? -1 : 1));
  return rows.length === 0
    ? languageCode
    : [languageCode, rows.map(([code, row]) => [code, row.description, row.subject, row.attachmentId])];
}

/** The names of the parts in which two fingerprints differ. */
export function differences(before: string, after: string): Part[] {
  const was = before.split('.');
  const is = after.split('.');
  return PARTS.filter((_, at) => was[at] !== is[at]);
}

async function campaignContent(ctx: TransactionContext, campaignId: number | null) {
  if (campaignId === null) return null;
  const [campaign] = await ctx.tx
    .select({
      no: campaigns.no,
      description: campaigns.description,
      startingDate: campaigns.startingDate,
      endingDate: campaigns.endingDate,
    })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, campaignId)));
  return campaign;
}

async function stepInputs(ctx: TransactionContext, segment: SegmentRow): Promise<string[]> {
  const steps = await ctx.tx
    // As text: the database writes equal JSON in one way only.
    .select({ input: sql<string>`${segmentSteps.input}::text` })
    .from(segmentSteps)
    .where(
      and(
        eq(segmentSteps.workspaceId, ctx.workspaceId),
        eq(segmentSteps.segmentId, segment.id),
        lte(segmentSteps.no, segment.currentStep),
      ),
    )
    .orderBy(segmentSteps.no);
  return steps.map((step) => step.input);
}

const digest = z.object({ count: z.string(), sum: z.string().nullable(), xor: z.string().nullable() });

/** The same for the same set of lines in any order; made in one pass over the segment. */
const contactDigest = (ctx: TransactionContext, segmentId: number) =>
  lineDigest(ctx, segmentId, sql`hashint8extended(contact_id, copy)`, sql``);

/** The same, with what lines have of their own; reads only those that have something. */
const ownDigest = (ctx: TransactionContext, segmentId: number) =>
  lineDigest(
    ctx,
    segmentId,
    sql`hashint8extended(contact_id, jsonb_hash_extended(own, copy))`,
    sql`and own is not null`,
  );

async function lineDigest(ctx: TransactionContext, segmentId: number, hashed: SQL, only: SQL) {
  const [row] = await ctx.tx.execute(sql`
    select count(*)::text as count, sum(hash)::text as sum, bit_xor(hash)::text as xor
    from (
      select ${hashed} as hash from segment_lines
      where workspace_id = ${ctx.workspaceId} and segment_id = ${segmentId} and live ${only}
    ) hashed`);
  return digest.parse(row);
}
