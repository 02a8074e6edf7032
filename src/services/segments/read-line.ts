import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import type { HeaderValues } from './header-values.ts';
import { allValues, followedValue, jsonOf, LINE_FIELDS } from './line-values.ts';
import type { LineField, LineValues, SegmentLine } from './types.ts';

const code = z.string().nullable();
const correspondenceType = z.enum(['', 'hard-copy', 'email']);

const lineValues = z.object({
  description: z.string(),
  date: z.string(),
  time: code,
  salespersonCode: code,
  campaignNo: code,
  campaignTarget: z.boolean(),
  campaignResponse: z.boolean(),
  templateCode: code,
  groupCode: code,
  languageCode: code,
  subject: z.string(),
  attachmentId: z.number().nullable(),
  cost: z.string(),
  duration: z.number(),
  informationFlow: z.enum(['', 'outbound', 'inbound']),
  initiatedBy: z.enum(['', 'us', 'them']),
  correspondenceType,
  evaluation: z.enum(['', 'very-positive', 'positive', 'neutral', 'negative', 'very-negative']),
  attemptFailed: z.boolean(),
}) satisfies z.ZodType<LineValues>;

/** The columns of a line `l` and its contact `c` that `toLine` reads. */
export const lineColumns = (header: HeaderValues) => sql`
  l.line_no, l.copy, l.own, c.no as contact_no, c.name, c.type,
  case when c.type = 'company' then '' else c.company_name end as company_name, c.city, c.email,
  ${allValues(header)} as "values"`;

const row = z.object({
  line_no: z.coerce.number(),
  copy: z.number(),
  own: z.record(z.string(), z.unknown()).nullable(),
  contact_no: z.string(),
  name: z.string(),
  type: z.enum(['company', 'person']),
  company_name: z.string(),
  city: z.string(),
  email: z.string(),
  values: lineValues,
});

/** A line as it is shown, from a row with `lineColumns`. */
export function toLine(found: unknown): SegmentLine {
  const { line_no, contact_no, company_name, own, values, ...same } = row.parse(found);
  return {
    ...same,
    ...values,
    lineNo: line_no,
    contactNo: contact_no,
    companyName: company_name,
    own: LINE_FIELDS.filter((field) => own !== null && field in own),
  };
}

export interface LineRow {
  line: SegmentLine;
  inherited: LineValues;
  /** The values of its own, as they are stored. */
  own: Partial<Record<LineField, unknown>>;
}

/**
 * A live line, with what it would say if it followed the header.
 * @throws NotFoundError line_not_found
 */
export async function readLine(
  ctx: Context,
  segment: { id: number; no: string },
  header: HeaderValues,
  lineNo: number,
): Promise<LineRow> {
  const [found] = await executor(ctx).execute(sql`
    select ${lineColumns(header)}, ${jsonOf(LINE_FIELDS, (field) => followedValue(field, header))} as inherited
    from segment_lines l
    join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id
    where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${segment.id} and l.line_no = ${lineNo} and l.live`);
  if (!found) throw new NotFoundError('line_not_found', { no: segment.no, line: lineNo });
  return {
    line: toLine(found),
    inherited: lineValues.parse(found.inherited),
    own: row.parse(found).own ?? {},
  };
}
