import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { finishInteraction, type LoggedInteraction } from './finish-interaction.ts';
import { checkInteraction, interactionInput } from './interaction-input.ts';
import { resolveInteraction } from './resolve-interaction.ts';
import { writeInteraction } from './write-interaction.ts';

const createInteractionInput = interactionInput.extend({
  /** Not told of in any channel. */
  quiet: z.boolean().default(false),
  requestKey: z.string().optional(),
});

/**
 * Logs one interaction with one contact, at once (`domain.md` §4.10), in the transaction of `ctx` if it has one. It is
 * told of in the campaign's channel, else the workspace's.
 * @throws InvalidError, ForbiddenError as `resolveInteraction`; text_missing, too_long, date_not_understood,
 * date_out_of_range, time_not_understood, amount_invalid at their fields; ForbiddenError outsider
 */
export async function createInteraction(
  ctx: MemberContext,
  input: z.input<typeof createInteractionInput>,
): Promise<LoggedInteraction> {
  requireInsider(ctx);
  const { quiet, requestKey, ...said } = createInteractionInput.parse(input);
  checkInteraction(said);
  return once(ctx, requestKey, async (inner) => {
    const values = await resolveInteraction(inner, said, { mayBeAhead: false });
    const { comment } = said;
    const entryId = await writeInteraction(inner, values, { entryId: undefined, postponed: false, comment });
    return finishInteraction(inner, entryId, values, { action: 'interaction.create', quiet });
  });
}
