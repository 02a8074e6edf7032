import type { MemberContext } from '../../core/context.ts';
import type { ChangeInput } from './step-input.ts';
import type { GoToResult } from './types.ts';

/** Goes back or forward until `step` is the last step that counts; 0: before the first. @throws NotFoundError step_not_found */
export function goToStep(_ctx: MemberContext, _input: ChangeInput & { step: number }): Promise<GoToResult> {
  throw new Error('Not yet');
}
