import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { segments } from '../../db/schema/index.ts';
import { type SegmentRow, segmentNo } from './lock-segment.ts';

/** A segment's row, for reading. @throws NotFoundError segment_not_found */
export async function findSegment(ctx: Context, no: string): Promise<SegmentRow> {
  const [segment] = await executor(ctx)
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.no, segmentNo(no))));
  if (!segment) throw new NotFoundError('segment_not_found', { no: segmentNo(no) });
  return segment;
}
