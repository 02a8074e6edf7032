import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { contacts, segmentLines } from '../../db/schema/index.ts';
import type { ContactRow } from './types.ts';

export interface LinePage {
  /** Lines after this line number. */
  after?: number | undefined;
  /** Lines before this line number, the nearest ones. */
  before?: number | undefined;
  limit: number;
}

export interface Lines {
  rows: ContactRow[];
  /** There are more in the direction of reading. */
  more: boolean;
}

/** A page of a segment's contacts in line order; it reads only what it gives. */
export async function listLines(ctx: Context, segmentId: number, page: LinePage): Promise<Lines> {
  const { after, before, limit } = page;
  const backwards = before !== undefined;
  const found = await executor(ctx)
    .select({
      lineNo: segmentLines.lineNo,
      contactNo: contacts.no,
      name: contacts.name,
      type: contacts.type,
      companyName: contacts.companyName,
      city: contacts.city,
      email: contacts.email,
    })
    .from(segmentLines)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, segmentLines.workspaceId), eq(contacts.id, segmentLines.contactId)),
    )
    .where(
      and(
        eq(segmentLines.workspaceId, ctx.workspaceId),
        eq(segmentLines.segmentId, segmentId),
        eq(segmentLines.live, true),
        backwards ? lt(segmentLines.lineNo, before) : gt(segmentLines.lineNo, after ?? 0),
      ),
    )
    .orderBy(backwards ? desc(segmentLines.lineNo) : asc(segmentLines.lineNo))
    .limit(limit + 1);
  const rows = found
    .slice(0, limit)
    .map((row) => ({ ...row, companyName: row.type === 'company' ? '' : row.companyName }));
  return { rows: backwards ? rows.reverse() : rows, more: found.length > limit };
}
