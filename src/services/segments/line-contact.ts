import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { contacts, segmentLines } from '../../db/schema/index.ts';

/** The number of the contact on a live line. @throws NotFoundError line_not_found */
export async function lineContact(
  ctx: Context,
  segment: { id: number; no: string },
  lineNo: number,
): Promise<string> {
  const [line] = await executor(ctx)
    .select({ contactNo: contacts.no })
    .from(segmentLines)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, segmentLines.workspaceId), eq(contacts.id, segmentLines.contactId)),
    )
    .where(
      and(
        eq(segmentLines.workspaceId, ctx.workspaceId),
        eq(segmentLines.segmentId, segment.id),
        eq(segmentLines.lineNo, lineNo),
        eq(segmentLines.live, true),
      ),
    );
  if (!line) throw new NotFoundError('line_not_found', { no: segment.no, line: lineNo });
  return line.contactNo;
}
