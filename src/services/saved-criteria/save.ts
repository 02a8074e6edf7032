import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { savedCriteria } from '../../db/schema/index.ts';
import { codeTaken, savedCode, savedDescription } from './code.ts';
import { savableSteps } from './savable-steps.ts';

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
    const { no, steps } = await savableSteps(inner, wanted.no);
    const [saved] = await inner.tx
      .insert(savedCriteria)
      .values({ workspaceId, code, description, steps, memberId: ctx.actor.memberId, savedAt: ctx.now() })
      .onConflictDoNothing({ target: [savedCriteria.workspaceId, savedCriteria.code] })
      .returning({ id: savedCriteria.id });
    if (!saved) throw codeTaken(code);
    const detail = { from: no, steps: steps.length };
    await audit(inner, { action: 'saved-criteria.save', subject: 'saved-criteria', subjectId: code, detail });
    return { id: saved.id, code, steps: steps.length };
  });
}
