import { and, eq, sql } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { segmentSteps, segments } from '../../db/schema/index.ts';
import { voidApproval } from '../approvals/void-approval.ts';
import { lockSegment, requireChangeable, type SegmentRow } from './lock-segment.ts';
import { changeLines, type LineChange } from './membership.ts';
import { dropRedoTail } from './redo-tail.ts';
import { type ChangeInput, changeInput, stepInput } from './step-input.ts';
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
  requireInsider(ctx);
  const { no, expectedVersion, requestKey } = changeInput.parse(change);
  const input = stepInput.parse(wanted);
  return once(ctx, requestKey, async (inner) => {
    const segment = await lockSegment(inner, no);
    await requireChangeable(inner, segment, expectedVersion);
    return appendStep(inner, segment, input);
  });
}

/** The step itself, on a segment that is locked and may be changed. */
export async function appendStep(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  input: StepInput,
): Promise<StepResult> {
  const stepNo = segment.currentStep + 1;
  const lastLineNo = await dropRedoTail(ctx, segment);
  const did = await changeLines(ctx, { segmentId: segment.id, stepNo, lastLineNo }, input);
  const changed = input.kind === 'reduce' || input.kind === 'refine' ? did.removed : did.added;
  if (did.added.companies + did.added.people >= LARGE_ADDITION) await renewStatistics(ctx);
  await ctx.tx.insert(segmentSteps).values({
    workspaceId: ctx.workspaceId,
    segmentId: segment.id,
    no: stepNo,
    input,
    firstLineNo: lastLineNo + 1,
    lastLineNo: did.lastLineNo,
    ...changed,
    memberId: ctx.actor.memberId,
    at: ctx.now(),
  });
  return saveChange(ctx, segment, { ...did, stepNo, lastStep: stepNo, input, did: 'step' });
}

/**
 * Until it has counted, the database takes a new segment for a handful of lines and chooses plans that fit only
 * those, and its own count comes up to a minute later, when the next step has long followed. Left out when somebody
 * else is counting or vacuuming, because it would wait for them.
 */
async function renewStatistics(ctx: TransactionContext): Promise<void> {
  await ctx.tx.execute(sql`analyze (skip_locked) segment_lines`);
}

export interface Change extends LineChange {
  /** The step carried out, undone or redone. */
  stepNo: number;
  lastStep: number;
  input: StepInput;
  did: StepResult['did'];
}

/** Brings the header's figures up to what was done to the lines, voids approvals and writes the audit row. */
export async function saveChange(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  change: Change,
): Promise<StepResult> {
  const { added, removed, stepNo, lastStep, input, did } = change;
  const now = {
    companies: segment.companies + added.companies - removed.companies,
    people: segment.people + added.people - removed.people,
  };
  const currentStep = did === 'undo' ? stepNo - 1 : stepNo;
  const voided = await voidApproval(ctx, segment, { added, removed, fields: [] });
  const [saved] = await ctx.tx
    .update(segments)
    .set({
      ...now,
      currentStep,
      lastStep,
      lastLineNo: change.lastLineNo,
      version: sql`${segments.version} + 1`,
      changedBy: ctx.actor.memberId,
      changedAt: ctx.now(),
    })
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, segment.id)))
    .returning({ version: segments.version });
  await audit(ctx, {
    action: `segment.${did === 'step' ? input.kind : did}`,
    subject: 'segment',
    subjectId: segment.no,
    detail: { stepNo, added, removed, now },
  });
  return {
    segmentNo: segment.no,
    stepNo,
    input,
    did,
    added,
    removed,
    now,
    version: saved?.version ?? segment.version + 1,
    canUndo: currentStep > 0,
    canRedo: currentStep < lastStep,
    voided,
  };
}
