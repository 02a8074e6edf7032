import type { MemberContext } from '../../core/context.ts';
import type { Criteria } from '../../criteria/model.ts';
import { applyStep } from './apply-step.ts';
import { type ChangeInput, removeOptions } from './step-input.ts';
import type { RemoveOptions, StepResult } from './types.ts';

/**
 * Takes the contacts that match off the segment (`domain.md` §4.3). Without a filter it empties the segment.
 * It counts as a step even when nothing changes.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 */
export async function reduceContacts(
  ctx: MemberContext,
  input: ChangeInput & { criteria: Criteria; options?: Partial<RemoveOptions> },
): Promise<StepResult> {
  const { criteria, options = {}, ...change } = input;
  return applyStep(ctx, change, { kind: 'reduce', criteria, options: removeOptions.parse(options) });
}
