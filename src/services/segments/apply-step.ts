import { and, eq, sql } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { segmentSteps } from '../../db/schema/index.ts';
import { changeLines } from './change-lines.ts';
import { lockSegment, requireChangeable, type SegmentRow } from './lock-segment.ts';
import { dropRedoTail } from './redo-tail.ts';
import { saveChange } from './save-change.ts';
import { type ChangeInput, changeInput, removes, stepInput } from './step-input.ts';
import type { StepInput, StepResult } from './types.ts';

/** With fewer lines than this a wrong plan costs milliseconds. */
const LARGE_ADDITION = 10_000;

/**
 * Carries out a step on a segment and records it, so that it can be undone, explained and reused. Steps that were
 * undone before can be redone no more; a request for approval, or an approval, is void.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 */
export function applyStep(ctx: MemberContext, change: ChangeInput, wanted: StepInput): Promise<StepResult> {
  return changeSegment(ctx, change, (inner, segment) => appendStep(inner, segment, stepInput.parse(wanted)));
}

/** What every change of a segment has in common: once per request, on a locked segment that may be changed. */
export function changeSegment<T>(
  ctx: MemberContext,
  change: ChangeInput,
  work: (ctx: MemberContext & TransactionContext, segment: SegmentRow) => Promise<T>,
): Promise<T> {
  requireInsider(ctx);
  const { no, expectedVersion, requestKey } = changeInput.parse(change);
  return once(ctx, requestKey, async (inner) => {
    const segment = await lockSegment(inner, no);
    await requireChangeable(inner, segment, expectedVersion);
    return work(inner, segment);
  });
}

/** The step itself, on a segment that is locked and may be changed. */
export async function appendStep(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  input: StepInput,
): Promise<StepResult> {
  const { workspaceId } = ctx;
  const stepNo = segment.currentStep + 1;
  const lastLineNo = await dropRedoTail(ctx, segment);
  // First, because what the step changes on lines refers to it.
  await ctx.tx.insert(segmentSteps).values({
    workspaceId,
    segmentId: segment.id,
    no: stepNo,
    input,
    firstLineNo: lastLineNo + 1,
    lastLineNo,
    companies: 0,
    people: 0,
    memberId: ctx.actor.memberId,
    at: ctx.now(),
  });
  const did = await changeLines(ctx, { segment, stepNo, lastLineNo }, input);
  const { added, removed, cost, duration, header, fields = [] } = did;
  if (added.companies + added.people >= LARGE_ADDITION) await renewStatistics(ctx);
  await ctx.tx
    .update(segmentSteps)
    .set({
      lastLineNo: did.lastLineNo,
      ...(removes(input) ? removed : added),
      cost,
      duration,
      headerBefore: header?.before,
      headerAfter: header?.after,
    })
    .where(
      and(
        eq(segmentSteps.workspaceId, workspaceId),
        eq(segmentSteps.segmentId, segment.id),
        eq(segmentSteps.no, stepNo),
      ),
    );
  const saved = await saveChange(ctx, segment, {
    change: input.kind,
    added,
    removed,
    cost,
    duration,
    fields,
    header: header?.after,
    currentStep: stepNo,
    lastStep: stepNo,
    lastLineNo: did.lastLineNo,
  });
  const { no: segmentNo } = segment;
  return { segmentNo, stepNo, input, did: 'step', added, removed, ...saved, canUndo: true, canRedo: false };
}

/**
 * Until it has counted, the database takes a new segment for a handful of lines and chooses plans that fit only
 * those, and its own count comes up to a minute later, when the next step has long followed. Left out when somebody
 * else is counting or vacuuming, because it would wait for them.
 */
async function renewStatistics(ctx: TransactionContext): Promise<void> {
  await ctx.tx.execute(sql`analyze (skip_locked) segment_lines`);
}
