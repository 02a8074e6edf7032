import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { segments } from '../../db/schema/index.ts';
import { requirePresent, type SegmentRow, segmentNo } from './lock-segment.ts';

/** A segment's row, for reading. @throws NotFoundError segment_not_found, segment_deleted */
export async function findSegment(ctx: Context, no: string): Promise<SegmentRow> {
  const [segment] = await executor(ctx)
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.no, segmentNo(no))));
  return requirePresent(segment, no);
}
