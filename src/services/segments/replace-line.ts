import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { appendStep, changeSegment } from './apply-step.ts';
import { findContact } from './find-contact.ts';
import { lineContact } from './line-contact.ts';
import { lockSegment } from './lock-segment.ts';
import { changeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

const replaceLineInput = changeInput.extend({
  lineNo: z.number().int().min(1),
  contactNo: z.string().max(20),
});

/**
 * Puts another contact in the place of a line, as two steps (`domain.md` §4.4). The answer is the second step's, with
 * the line that went as `removed`.
 * @throws NotFoundError segment_not_found, line_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws InvalidError contact_not_found on field `contact`
 */
export async function replaceLine(
  ctx: MemberContext,
  input: z.input<typeof replaceLineInput>,
): Promise<StepResult> {
  const { lineNo, contactNo, ...change } = replaceLineInput.parse(input);
  return changeSegment(ctx, change, async (inner, segment) => {
    const contact = await findContact(inner, contactNo);
    const old = await lineContact(inner, segment, lineNo);
    const first = await appendStep(inner, segment, { kind: 'remove-line', lineNo, contactNo: old });
    const between = await lockSegment(inner, segment.no);
    const second = await appendStep(inner, between, { kind: 'add-contact', contactNo: contact.no });
    return { ...second, removed: first.removed, voided: first.voided || second.voided };
  });
}
