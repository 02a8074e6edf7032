import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { type AppError, ConflictError, InvalidError, NotFoundError } from '../../core/errors.ts';
import { callLists, segments } from '../../db/schema/index.ts';
import { approvalNeeded } from '../approvals/policy.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { readSettings } from '../setup/read-settings.ts';

export interface FoundList {
  list: typeof callLists.$inferSelect;
  segment: SegmentRow;
}

/** @throws NotFoundError call_list_not_found */
export async function findList(ctx: Context, id: number): Promise<FoundList> {
  const [found] = await executor(ctx)
    .select({ list: callLists, segment: segments })
    .from(callLists)
    .innerJoin(
      segments,
      and(eq(segments.workspaceId, callLists.workspaceId), eq(segments.id, callLists.segmentId)),
    )
    .where(and(eq(callLists.workspaceId, ctx.workspaceId), eq(callLists.id, id)));
  if (!found) throw new NotFoundError('call_list_not_found');
  return found;
}

/**
 * Why a segment's contacts may not be called now, if so. A call writes an interaction, so what must be approved before
 * it is logged must be approved before it is called, too.
 * @returns call_list_closed, segment_being_logged, call_approval_missing
 */
export async function refusalOf(ctx: Context, segment: SegmentRow): Promise<AppError | null> {
  const { no, state } = segment;
  if (state === 'logged' || state === 'deleted') return new ConflictError('call_list_closed', { no });
  if (state === 'logging') return new ConflictError('segment_being_logged', { no });
  if (state === 'approved') return null;
  const free = state === 'open' && !(await approvalNeeded(ctx, await readSettings(ctx), segment));
  return free ? null : new InvalidError('call_approval_missing', { no });
}
