import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { finishInteraction, type LoggedInteraction } from './finish-interaction.ts';
import { checkInteraction, interactionInput } from './interaction-input.ts';
import { resolveInteraction } from './resolve-interaction.ts';
import { writeInteraction } from './write-interaction.ts';

const resumeInput = interactionInput.extend({
  entryId: z.number().int(),
  requestKey: z.string().optional(),
});

/**
 * Completes a postponed interaction of the member's own: the same entry counts from now on (`domain.md` §4.10).
 * @throws as `createInteraction`; NotFoundError interaction_not_found; ConflictError interaction_resumed
 */
export async function resumeInteraction(
  ctx: MemberContext,
  input: z.input<typeof resumeInput>,
): Promise<LoggedInteraction> {
  requireInsider(ctx);
  const { entryId, requestKey, ...said } = resumeInput.parse(input);
  checkInteraction(said);
  return once(ctx, requestKey, async (inner) => {
    const values = await resolveInteraction(inner, said, { mayBeAhead: false });
    await writeInteraction(inner, values, { entryId, postponed: false, comment: said.comment });
    return finishInteraction(inner, entryId, values, { action: 'interaction.resume', quiet: false });
  });
}
