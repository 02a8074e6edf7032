import { and, asc, eq, lte } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { savedCriteria, segmentSteps } from '../../db/schema/index.ts';
import { findSegment } from '../segments/find-segment.ts';
import { stepInput } from '../segments/step-input.ts';
import { codeTaken, savedCode, savedDescription } from './code.ts';
import { toSavedStep } from './to-saved-step.ts';

const saveInput = z.object({
  no: z.string().max(20),
  code: z.string(),
  description: z.string().default(''),
  requestKey: z.string().max(200).optional(),
});

/**
 * Saves the criteria of a segment's steps under a code (`domain.md` §4.6).
 * @throws NotFoundError segment_not_found
 * @throws InvalidError code_invalid (field code), nothing_to_save
 * @throws ConflictError code_taken
 * @throws LimitError too_long
 */
export async function saveCriteria(
  ctx: MemberContext,
  input: z.input<typeof saveInput>,
): Promise<{ id: number; code: string; steps: number }> {
  requireInsider(ctx);
  const wanted = saveInput.parse(input);
  const code = savedCode(wanted.code);
  const description = savedDescription(wanted.description);
  return once(ctx, wanted.requestKey, async (inner) => {
    const { workspaceId } = ctx;
    const segment = await findSegment(inner, wanted.no);
    const rows = await inner.tx
      .select({ input: segmentSteps.input })
      .from(segmentSteps)
      .where(
        and(
          eq(segmentSteps.workspaceId, workspaceId),
          eq(segmentSteps.segmentId, segment.id),
          lte(segmentSteps.no, segment.currentStep),
        ),
      )
      .orderBy(asc(segmentSteps.no));
    const steps = rows.flatMap((row) => toSavedStep(ctx, stepInput.parse(row.input)) ?? []);
    if (steps.length === 0) throw new InvalidError('nothing_to_save', { no: segment.no });
    const [saved] = await inner.tx
      .insert(savedCriteria)
      .values({ workspaceId, code, description, steps, memberId: ctx.actor.memberId, savedAt: ctx.now() })
      .onConflictDoNothing({ target: [savedCriteria.workspaceId, savedCriteria.code] })
      .returning({ id: savedCriteria.id });
    if (!saved) throw codeTaken(code);
    const detail = { from: segment.no, steps: steps.length };
    await audit(inner, { action: 'saved-criteria.save', subject: 'saved-criteria', subjectId: code, detail });
    return { id: saved.id, code, steps: steps.length };
  });
}
