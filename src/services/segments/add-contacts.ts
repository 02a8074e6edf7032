import type { MemberContext } from '../../core/context.ts';
import type { Criteria } from '../../criteria/model.ts';
import { applyStep } from './apply-step.ts';
import { addOptions, type ChangeInput } from './step-input.ts';
import type { AddOptions, StepResult } from './types.ts';

/**
 * Adds the contacts that match, in the order of effects of `domain.md` §4.2. No filter at all means every contact.
 * It counts as a step even when nothing changes.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 */
export async function addContacts(
  ctx: MemberContext,
  input: ChangeInput & { criteria: Criteria; options?: Partial<AddOptions> },
): Promise<StepResult> {
  const { criteria, options = {}, ...change } = input;
  return applyStep(ctx, change, { kind: 'add', criteria, options: addOptions.parse(options) });
}
