import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { ConflictError, NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { loggedSegments } from '../../db/schema/index.ts';
import { selectLogged } from '../interactions/logged-rows.ts';
import { showCriteria } from '../saved-criteria/read.ts';
import { appendStep } from './apply-step.ts';
import { createSegment, MAX_DESCRIPTION } from './create-segment.ts';
import { lockSegment, requireChangeable } from './lock-segment.ts';
import type { Counts, StepInput } from './types.ts';

const common = {
  /** The segment they go into; left out: a new one. */
  no: z.string().max(20).optional(),
  /** The person knows that the segment has steps already. */
  confirmed: z.boolean().default(false),
  expectedVersion: z.number().int().optional(),
  requestKey: z.string().max(200).optional(),
};
const reuseInput = z.union([
  z.object({ code: z.string(), ...common }),
  z.object({ savedId: z.number().int(), ...common }),
  z.object({ entryNo: z.number().int(), ...common }),
]);
export type ReuseInput = z.input<typeof reuseInput>;

export interface Reused {
  segmentNo: string;
  /** Steps recorded. */
  steps: number;
  now: Counts;
  created: boolean;
  voided: boolean;
}

/**
 * Carries out saved criteria again, step by step against today's contacts, or adds the contacts of a logged segment
 * in one step (`domain.md` §4.6): on a segment, or on a new one.
 * @throws NotFoundError saved_criteria_not_found, saved_criteria_deleted, logged_segment_not_found, segment_not_found
 * @throws ConflictError steps_exist unless confirmed, segment_logged, segment_being_logged, segment_moved_on
 */
export async function reuse(ctx: MemberContext, input: ReuseInput): Promise<Reused> {
  requireInsider(ctx);
  const wanted = reuseInput.parse(input);
  return once(ctx, wanted.requestKey, async (inner) => {
    const { description, steps } = await whatToReuse(inner, wanted);
    const created = wanted.no === undefined;
    const no =
      wanted.no ?? (await createSegment(inner, { description: description.slice(0, MAX_DESCRIPTION) })).no;
    let segment = await lockSegment(inner, no);
    await requireChangeable(inner, segment, wanted.expectedVersion);
    if (segment.currentStep > 0 && !wanted.confirmed) {
      throw new ConflictError('steps_exist', { no: segment.no, count: segment.currentStep });
    }
    let now: Counts = { companies: segment.companies, people: segment.people };
    let voided = false;
    for (const step of steps) {
      const did = await appendStep(inner, segment, step);
      now = did.now;
      voided ||= did.voided;
      segment = await lockSegment(inner, no);
    }
    return { segmentNo: segment.no, steps: steps.length, now, created, voided };
  });
}

async function whatToReuse(
  ctx: MemberContext & TransactionContext,
  wanted: z.output<typeof reuseInput>,
): Promise<{ description: string; steps: StepInput[] }> {
  if (!('entryNo' in wanted)) {
    return showCriteria(ctx, 'savedId' in wanted ? { id: wanted.savedId } : { code: wanted.code });
  }
  const { entryNo } = wanted;
  const [row] = await selectLogged(ctx, eq(loggedSegments.entryNo, entryNo));
  if (!row) throw new NotFoundError('logged_segment_not_found', { no: entryNo });
  const { id, description } = row.logged;
  return { description, steps: [{ kind: 'reuse-logged', loggedSegmentId: id, entryNo }] };
}
