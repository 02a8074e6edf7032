import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { checkFields } from '../segments/field-input.ts';
import type { Counts } from '../segments/types.ts';
import { findLogged, tellOfFollowUp } from './find-logged.ts';
import { OUTCOMES } from './outcomes.ts';
import { writeFollowUp } from './write.ts';

const createInput = z.object({
  entryNo: z.number().int(),
  outcome: z.enum(OUTCOMES).default('all'),
  /** Blank: that it follows up on the segment. */
  description: z.string().trim().default(''),
  requestKey: z.string().max(200).optional(),
});

export interface FollowUpCreated {
  segmentNo: string;
  now: Counts;
}

/**
 * Creates a segment that follows up on a logged one: the same campaign, the contacts with that outcome, no template.
 * @throws NotFoundError logged_segment_not_found
 * @throws InvalidError follow_up_empty (field outcome), too_long (field description)
 */
export async function createFollowUp(
  ctx: MemberContext,
  input: z.input<typeof createInput>,
): Promise<FollowUpCreated> {
  requireInsider(ctx);
  const { entryNo, outcome, description, requestKey } = createInput.parse(input);
  checkFields({ description });
  return once(ctx, requestKey, async (inner) => {
    const { logged, segment } = await findLogged(inner, { entryNo });
    const { no, now } = await writeFollowUp(inner, { logged, segment, outcome, description });
    await tellOfFollowUp(inner, logged);
    return { segmentNo: no, now };
  });
}
