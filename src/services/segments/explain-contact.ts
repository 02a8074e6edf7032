import type { MemberContext } from '../../core/context.ts';
import type { ContactExplanation } from './types.ts';

/** Why a contact is on a segment, or is not. @throws InvalidError contact_not_found on field `contact` */
export function explainContact(
  _ctx: MemberContext,
  _input: { no: string; contactNo: string },
): Promise<ContactExplanation> {
  throw new Error('Not yet');
}
