import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { campaigns } from '../../db/schema/index.ts';
import { languageRow } from './field-input.ts';
import type { SegmentRow } from './lock-segment.ts';
import type { HeaderField } from './types.ts';

const code = z.string().nullable();

/** The header's fields as steps keep them from before and after a change. */
export const headerValues = z.object({
  description: z.string(),
  date: z.string(),
  salespersonCode: code,
  campaignId: z.number().nullable(),
  campaignNo: code,
  campaignTarget: z.boolean(),
  campaignResponse: z.boolean(),
  templateCode: code,
  groupCode: code,
  languageCode: code,
  subject: z.string(),
  /** Absent in steps from before there were any. */
  languages: z.record(z.string(), languageRow).default({}),
  unitCost: z.string(),
  unitDuration: z.number(),
  informationFlow: z.enum(['', 'outbound', 'inbound']),
  initiatedBy: z.enum(['', 'us', 'them']),
  correspondenceType: z.enum(['', 'hard-copy', 'email']),
  ignoreContactCorrespondenceType: z.boolean(),
});
export type HeaderValues = z.infer<typeof headerValues>;

type HeaderColumns = Pick<
  SegmentRow,
  | 'description'
  | 'date'
  | 'salespersonCode'
  | 'campaignId'
  | 'campaignTarget'
  | 'campaignResponse'
  | 'interactionTemplateCode'
  | 'interactionGroupCode'
  | 'languageCode'
  | 'subject'
  | 'languages'
  | 'unitCost'
  | 'unitDuration'
  | 'informationFlow'
  | 'initiatedBy'
  | 'correspondenceType'
  | 'ignoreContactCorrespondenceType'
>;

/** The fields of a segment's row, and its campaign's number. */
export async function readHeaderValues(ctx: Context, segment: HeaderColumns): Promise<HeaderValues> {
  const { interactionTemplateCode, interactionGroupCode, campaignId } = segment;
  return headerValues.parse({
    ...segment,
    campaignNo: campaignId === null ? null : await readCampaignNo(ctx, campaignId),
    templateCode: interactionTemplateCode,
    groupCode: interactionGroupCode,
  });
}

async function readCampaignNo(ctx: Context, id: number): Promise<string | null> {
  const [campaign] = await executor(ctx)
    .select({ no: campaigns.no })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, id)));
  return campaign?.no ?? null;
}

/** The values as columns of the segment's row. */
export function headerColumns(values: HeaderValues): HeaderColumns {
  const { campaignNo: _, templateCode, groupCode, ...same } = values;
  return { ...same, interactionTemplateCode: templateCode, interactionGroupCode: groupCode };
}

/** The names that approvals call fields by, where they differ. */
const APPROVAL_NAMES: Partial<Record<HeaderField, string>> = {
  salespersonCode: 'salesperson',
  campaignNo: 'campaign',
  templateCode: 'template',
  groupCode: 'group',
  languageCode: 'language',
};

/** The fields in which two headers differ. */
export function changedFields(before: HeaderValues, after: HeaderValues): HeaderField[] {
  const { campaignId: _, ...fields } = after;
  return (Object.keys(fields) as HeaderField[]).filter((field) => differ(before[field], after[field]));
}

/** Whether two values of a field differ; rows by language may come in any order. */
const differ = (before: unknown, after: unknown): boolean =>
  typeof after === 'object' ? !isDeepStrictEqual(before, after) : before !== after;

/** A header field as `ApprovalChange.fields` has it. */
export const approvalName = (field: HeaderField): string => APPROVAL_NAMES[field] ?? field;
