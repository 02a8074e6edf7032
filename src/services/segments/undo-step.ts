import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { lockSegment, requireChangeable } from './lock-segment.ts';
import { type ChangeInput, changeInput } from './step-input.ts';
import { switchStep } from './switch-step.ts';
import type { StepResult } from './types.ts';

/**
 * Takes the last step back.
 * @throws ConflictError nothing_to_undo, segment_logged, segment_being_logged, segment_moved_on
 * @throws NotFoundError segment_not_found
 */
export function undoStep(ctx: MemberContext, input: ChangeInput): Promise<StepResult> {
  requireInsider(ctx);
  const { no, expectedVersion, requestKey } = changeInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const segment = await lockSegment(inner, no);
    await requireChangeable(inner, segment, expectedVersion);
    if (segment.currentStep === 0) throw new ConflictError('nothing_to_undo', { no: segment.no });
    return switchStep(inner, segment, segment.currentStep, 'undo');
  });
}
