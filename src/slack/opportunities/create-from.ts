import { createFromInteraction } from '../../services/opportunities/create-from-interaction.ts';
import { showOpportunity } from '../../services/opportunities/show.ts';
import type { ActionRequest } from '../listener.ts';
import { say } from '../text.ts';
import { opportunityMessage } from './card.ts';

/** Creates the opportunity of an interaction, and answers with its card. */
export async function createFrom(
  { ctx, requestKey, reply }: Pick<ActionRequest<unknown>, 'ctx' | 'requestKey' | 'reply'>,
  entryId: number,
): Promise<void> {
  const { no } = await createFromInteraction(ctx, { entryId, requestKey });
  const lead = say(ctx.locale, 'opportunities.created', { no });
  await reply(opportunityMessage(ctx.locale, await showOpportunity(ctx, { no }), lead));
}
