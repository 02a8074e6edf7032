import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { checkInteraction, interactionInput } from './interaction-input.ts';
import { resolveInteraction } from './resolve-interaction.ts';
import { writeInteraction } from './write-interaction.ts';

const postponeInput = interactionInput.extend({
  /** A postponed interaction of the member's own that is put off again. */
  entryId: z.number().int().optional(),
  requestKey: z.string().optional(),
});

/**
 * Keeps an interaction that is to be completed later (`domain.md` §4.10): it asks for the same fields, may lie ahead,
 * and counts in no figure until `resumeInteraction`.
 * @throws as `createInteraction`, but for date_in_future; NotFoundError interaction_not_found; ConflictError
 * interaction_resumed
 */
export async function postponeInteraction(
  ctx: MemberContext,
  input: z.input<typeof postponeInput>,
): Promise<{ entryId: number }> {
  requireInsider(ctx);
  const { entryId: earlier, requestKey, ...said } = postponeInput.parse(input);
  checkInteraction(said);
  return once(ctx, requestKey, async (inner) => {
    const values = await resolveInteraction(inner, said, { mayBeAhead: true });
    const { comment } = said;
    const entryId = await writeInteraction(inner, values, { entryId: earlier, postponed: true, comment });
    const detail = { template: values.interactionTemplateCode, again: earlier !== undefined };
    await audit(inner, {
      action: 'interaction.postpone',
      subject: 'interaction',
      subjectId: entryId,
      detail,
    });
    return { entryId };
  });
}
