import type { MemberContext } from '../../core/context.ts';
import type { ChangeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

/** Removes one line by hand. @throws NotFoundError line_not_found */
export function removeLine(
  _ctx: MemberContext,
  _input: ChangeInput & { lineNo: number },
): Promise<StepResult> {
  throw new Error('Not yet');
}
