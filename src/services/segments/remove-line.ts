import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { appendStep, changeSegment } from './apply-step.ts';
import { lineContact } from './line-contact.ts';
import { changeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

const removeLineInput = changeInput.extend({ lineNo: z.number().int().min(1) });

/**
 * Removes one line by hand; other lines of the contact stay (`domain.md` §4.4).
 * @throws NotFoundError segment_not_found, line_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 */
export async function removeLine(
  ctx: MemberContext,
  input: z.input<typeof removeLineInput>,
): Promise<StepResult> {
  const { lineNo, ...change } = removeLineInput.parse(input);
  return changeSegment(ctx, change, async (inner, segment) => {
    const contactNo = await lineContact(inner, segment, lineNo);
    return appendStep(inner, segment, { kind: 'remove-line', lineNo, contactNo });
  });
}
