import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { appendStep, changeSegment } from './apply-step.ts';
import { findContact } from './find-contact.ts';
import { changeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

const addContactInput = changeInput.extend({ contactNo: z.string().max(20) });

/**
 * Adds one contact by hand at the end (`domain.md` §4.4). Nothing is checked: neither exclusion nor whether it is on
 * the segment already, which gives it one more line.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws InvalidError contact_not_found on field `contact`
 */
export async function addContactByHand(
  ctx: MemberContext,
  input: z.input<typeof addContactInput>,
): Promise<StepResult> {
  const { contactNo, ...change } = addContactInput.parse(input);
  return changeSegment(ctx, change, async (inner, segment) => {
    const contact = await findContact(inner, contactNo);
    return appendStep(inner, segment, { kind: 'add-contact', contactNo: contact.no });
  });
}
