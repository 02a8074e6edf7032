import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { changeSegment } from './apply-step.ts';
import { moveToStep } from './move-to-step.ts';
import { readStepInput } from './read-step-input.ts';
import type { ChangeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

/**
 * Takes the last step back.
 * @throws ConflictError nothing_to_undo, segment_logged, segment_being_logged, segment_moved_on
 * @throws NotFoundError segment_not_found
 */
export function undoStep(ctx: MemberContext, input: ChangeInput): Promise<StepResult> {
  return changeSegment(ctx, input, async (inner, segment) => {
    const { no: segmentNo, currentStep: stepNo } = segment;
    if (stepNo === 0) throw new ConflictError('nothing_to_undo', { no: segmentNo });
    const step = await readStepInput(inner, segment, stepNo);
    const moved = await moveToStep(inner, segment, stepNo - 1, 'undo');
    return { segmentNo, stepNo, input: step, did: 'undo', ...moved, canUndo: stepNo > 1, canRedo: true };
  });
}
