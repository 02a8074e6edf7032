import type { MemberContext } from '../../core/context.ts';
import type { ChangeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

/** Puts another contact in the place of a line, as two steps; the answer is that of the second. */
export function replaceLine(
  _ctx: MemberContext,
  _input: ChangeInput & { lineNo: number; contactNo: string },
): Promise<StepResult> {
  throw new Error('Not yet');
}
