import type { Context } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { findAttachment } from '../attachments/find-attachment.ts';
import { findLanguage, findSalesperson } from '../setup/find-codes.ts';
import { checkFields, withCents } from './field-input.ts';
import type { HeaderValues } from './header-values.ts';
import { readLine } from './read-line.ts';
import type { EditableLineField, LineChanges, LineField, LineValues, SegmentLine } from './types.ts';

type Own = Partial<Record<LineField, unknown>>;

export interface ResolvedLine {
  line: SegmentLine;
  /** The line's own values before and after. */
  before: Own;
  after: Own;
  /** What really changes, with codes as the tables have them. */
  changes: LineChanges;
}

/**
 * What a line has of its own after the changes. A value that the header gives as well is not the line's own.
 * @throws NotFoundError line_not_found, attachment_not_found
 * @throws InvalidError as `checkFields`; salesperson_not_found, unknown_code (fields `salesperson`, `language`),
 * campaign_missing (fields `campaignTarget`, `campaignResponse`), template_missing for a file without a template
 */
export async function resolveLine(
  ctx: Context,
  segment: { id: number; no: string },
  header: HeaderValues,
  input: { lineNo: number; changes: LineChanges },
): Promise<ResolvedLine> {
  checkFields(input.changes);
  const { line, inherited, own: before } = await readLine(ctx, segment, header, input.lineNo);
  const known = await withKnownCodes(ctx, input.changes);
  const wanted = Object.entries(known) as [EditableLineField, LineValues[EditableLineField] | null][];
  const after: Own = { ...before };
  for (const [field, value] of wanted) {
    // A blank is a value of its own too, but no line goes without a description.
    const blank = value === null || (value === '' && field === 'description');
    if (blank || value === inherited[field]) delete after[field];
    else after[field] = value;
  }
  const changes = Object.fromEntries(wanted.filter(([field]) => after[field] !== before[field]));
  requireCampaign(segment.no, line, changes);
  // `domain.md` §5
  if (changes.attachmentId && line.templateCode === null) {
    throw new InvalidError('template_missing', { no: segment.no });
  }
  return { line, before, after, changes };
}

async function withKnownCodes(ctx: Context, changes: LineChanges): Promise<LineChanges> {
  const { salespersonCode, languageCode, attachmentId, cost } = changes;
  if (typeof attachmentId === 'number') await findAttachment(ctx, attachmentId);
  return {
    ...changes,
    ...(salespersonCode ? { salespersonCode: (await findSalesperson(ctx, salespersonCode)).code } : {}),
    ...(languageCode ? { languageCode: (await findLanguage(ctx, languageCode)).code } : {}),
    ...(typeof cost === 'string' ? { cost: withCents(cost) } : {}),
  };
}

/** Target and response belong to a campaign (`domain.md` §3.4). */
function requireCampaign(no: string, line: SegmentLine, changes: LineChanges): void {
  if (line.campaignNo !== null) return;
  const fields = (['campaignTarget', 'campaignResponse'] as const).filter((field) => changes[field]);
  if (fields.length === 0) return;
  throw new InvalidError(
    'campaign_missing',
    { no },
    fields.map((field) => ({ field, code: 'campaign_missing' as const, params: { no } })),
  );
}
