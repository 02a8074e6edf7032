import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { changeSegment } from './apply-step.ts';
import { moveToStep } from './move-to-step.ts';
import { readStepInput } from './read-step-input.ts';
import type { ChangeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

/**
 * Carries out again the step that was undone last.
 * @throws ConflictError nothing_to_redo, segment_logged, segment_being_logged, segment_moved_on
 * @throws NotFoundError segment_not_found
 */
export function redoStep(ctx: MemberContext, input: ChangeInput): Promise<StepResult> {
  return changeSegment(ctx, input, async (inner, segment) => {
    const { no: segmentNo, lastStep } = segment;
    const stepNo = segment.currentStep + 1;
    if (stepNo > lastStep) throw new ConflictError('nothing_to_redo', { no: segmentNo });
    const step = await readStepInput(inner, segment, stepNo);
    const moved = await moveToStep(inner, segment, stepNo, 'redo');
    return {
      segmentNo,
      stepNo,
      input: step,
      did: 'redo',
      ...moved,
      canUndo: true,
      canRedo: stepNo < lastStep,
    };
  });
}
