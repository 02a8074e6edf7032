import type { MemberContext } from '../../core/context.ts';
import type { ChangeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

/** Whether to ask if the steps are to be forgotten: the segment became empty, and more than one step led there. */
export const resetOffered = (result: StepResult): boolean =>
  result.now.companies + result.now.people === 0 &&
  result.removed.companies + result.removed.people > 0 &&
  (result.did === 'undo' ? result.stepNo > 2 : result.stepNo > 1);

/** Forgets all steps of an empty segment. @throws ConflictError segment_not_empty */
export function resetSteps(
  _ctx: MemberContext,
  _input: ChangeInput,
): Promise<{ segmentNo: string; version: number; forgotten: number }> {
  throw new Error('Not yet');
}
