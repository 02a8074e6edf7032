import { and, asc, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { contacts, segmentLines } from '../../db/schema/index.ts';
import { readHeaderValues } from '../segments/header-values.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { readLine } from '../segments/read-line.ts';
import type { LineValues } from '../segments/types.ts';

type CalledLine = Pick<
  LineValues,
  | 'description'
  | 'subject'
  | 'languageCode'
  | 'salespersonCode'
  | 'campaignNo'
  | 'campaignTarget'
  | 'campaignResponse'
>;

/**
 * What a contact's line says about the interaction. Where the line is gone, because the contact left the segment or
 * the segment was logged during the call, what the header and the contact say.
 */
export async function lineOf(ctx: Context, segment: SegmentRow, contactId: number): Promise<CalledLine> {
  const db = executor(ctx);
  const header = await readHeaderValues(ctx, segment);
  const [line] = await db
    .select({ lineNo: segmentLines.lineNo })
    .from(segmentLines)
    .where(
      and(
        eq(segmentLines.workspaceId, ctx.workspaceId),
        eq(segmentLines.segmentId, segment.id),
        eq(segmentLines.contactId, contactId),
        eq(segmentLines.live, true),
      ),
    )
    .orderBy(asc(segmentLines.lineNo))
    .limit(1);
  if (line) return (await readLine(ctx, segment, header, line.lineNo)).line;
  const [contact] = await db
    .select({ salespersonCode: contacts.salespersonCode })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, contactId)));
  return { ...header, salespersonCode: header.salespersonCode ?? contact?.salespersonCode ?? null };
}
