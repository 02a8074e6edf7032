import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { changeSegment } from './apply-step.ts';
import { moveToStep } from './move-to-step.ts';
import { changeInput } from './step-input.ts';
import type { GoToResult } from './types.ts';

const goToStepInput = changeInput.extend({
  /** The step that is to be the last that counts; 0: before the first. */
  step: z.number().int().min(0),
});

/**
 * Goes back or forward in one go until `step` is the last step that counts; nothing is lost until the next new step.
 * @throws NotFoundError segment_not_found, step_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 */
export async function goToStep(
  ctx: MemberContext,
  input: z.input<typeof goToStepInput>,
): Promise<GoToResult> {
  const { step, ...change } = goToStepInput.parse(input);
  return changeSegment(ctx, change, async (inner, segment) => {
    const { no: segmentNo, currentStep, lastStep } = segment;
    if (step > lastStep) throw new NotFoundError('step_not_found', { no: segmentNo, step });
    const moved =
      step === currentStep
        ? {
            added: { companies: 0, people: 0 },
            removed: { companies: 0, people: 0 },
            now: { companies: segment.companies, people: segment.people },
            version: segment.version,
            voided: false,
          }
        : await moveToStep(inner, segment, step, 'go-to');
    return { segmentNo, from: currentStep, to: step, ...moved, canUndo: step > 0, canRedo: step < lastStep };
  });
}
