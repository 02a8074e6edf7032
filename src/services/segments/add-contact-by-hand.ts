import type { MemberContext } from '../../core/context.ts';
import type { ChangeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

/** Adds one contact by hand (`domain.md` §4.4). @throws InvalidError contact_not_found on field `contact` */
export function addContactByHand(
  _ctx: MemberContext,
  _input: ChangeInput & { contactNo: string },
): Promise<StepResult> {
  throw new Error('Not yet');
}
