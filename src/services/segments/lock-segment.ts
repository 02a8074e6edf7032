import { and, eq } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { ConflictError, NotFoundError } from '../../core/errors.ts';
import { members, segments } from '../../db/schema/index.ts';

export type SegmentRow = typeof segments.$inferSelect;

/** Numbers are upper case; people type them as they like. */
export const segmentNo = (typed: string): string => typed.trim().toUpperCase();

/**
 * Of a deleted segment a mark is left, for those who look at it only.
 * @throws NotFoundError segment_not_found, segment_deleted
 */
export function requirePresent<Row extends Pick<SegmentRow, 'no' | 'state'>>(
  segment: Row | undefined,
  typed: string,
): Row {
  if (!segment) throw new NotFoundError('segment_not_found', { no: segmentNo(typed) });
  if (segment.state === 'deleted') throw new NotFoundError('segment_deleted', { no: segment.no });
  return segment;
}

/**
 * The segment's row, held until the transaction ends: whoever changes a segment waits here for the one before.
 * @throws NotFoundError segment_not_found, segment_deleted
 */
export async function lockSegment(ctx: TransactionContext, no: string): Promise<SegmentRow> {
  const [segment] = await ctx.tx
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.no, segmentNo(no))))
    .for('update');
  return requirePresent(segment, no);
}

/**
 * Refuses a change that the segment's state does not allow, or that was meant for an earlier version of it.
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on (with who changed it, when, and what)
 */
export async function requireChangeable(
  ctx: TransactionContext,
  segment: SegmentRow,
  expectedVersion: number | undefined,
): Promise<void> {
  const { no } = segment;
  if (segment.state === 'logged') throw new ConflictError('segment_logged', { no });
  if (segment.state === 'logging') throw new ConflictError('segment_being_logged', { no });
  if (expectedVersion === undefined || expectedVersion === segment.version) return;
  const [changedBy] = await ctx.tx
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, segment.changedBy)));
  throw new ConflictError('segment_moved_on', {
    no,
    by: changedBy?.slackUserId ?? '',
    at: segment.changedAt.toISOString(),
    change: segment.lastChange,
  });
}
