import { and, eq, sql } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { segmentSteps } from '../../db/schema/index.ts';
import { saveChange } from './apply-step.ts';
import type { SegmentRow } from './lock-segment.ts';
import { stepInput } from './step-input.ts';
import type { StepResult } from './types.ts';

/**
 * Undoes or redoes one step exactly: the same lines with their numbers come and go, at the cost of what the step
 * changed.
 */
export async function switchStep(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  stepNo: number,
  did: 'undo' | 'redo',
): Promise<StepResult> {
  const { workspaceId, tx } = ctx;
  const [step] = await tx
    .select()
    .from(segmentSteps)
    .where(
      and(
        eq(segmentSteps.workspaceId, workspaceId),
        eq(segmentSteps.segmentId, segment.id),
        eq(segmentSteps.no, stepNo),
      ),
    );
  if (!step) throw new Error(`Step ${stepNo} of segment ${segment.no} is missing`);
  const input = stepInput.parse(step.input);
  const removes = input.kind === 'reduce' || input.kind === 'refine';
  const live = (did === 'redo') !== removes;
  const ofStep = removes
    ? sql`removed_step = ${stepNo}`
    : sql`line_no between ${step.firstLineNo} and ${step.lastLineNo}`;
  await tx.execute(sql`
    update segment_lines set live = ${live}
    where workspace_id = ${workspaceId} and segment_id = ${segment.id} and ${ofStep}`);
  const changed = { companies: step.companies, people: step.people };
  const none = { companies: 0, people: 0 };
  return saveChange(ctx, segment, {
    added: live ? changed : none,
    removed: live ? none : changed,
    lastLineNo: segment.lastLineNo,
    lastStep: segment.lastStep,
    stepNo,
    input,
    did,
  });
}
