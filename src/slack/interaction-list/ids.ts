import { z } from 'zod';
import { interactionFilter } from '../../services/interactions/interaction-filter.ts';
import { interactionCursor } from '../../services/interactions/interaction-rows.ts';
import { defineAction, defineView } from '../ids.ts';

/** A page of the interactions that a filter finds; `from` is the 1-based position of its first one. */
export const listPage = z.object({
  filter: interactionFilter,
  after: interactionCursor.optional(),
  from: z.number().int().min(1).default(1),
});
export type ListPage = z.infer<typeof listPage>;

export const listAction = defineAction('interaction.list', listPage);

/** Offers that page and what follows to choose several from. */
export const selectAction = defineAction('interaction.select', listPage);
/** Several interactions to choose; what was offered is kept in a draft. */
export const selectView = defineView('interaction.select', z.object({ draft: z.number().int() }));

/** Sends them as a file by direct message. */
export const exportAction = defineAction(
  'interaction.export',
  z.object({ filter: interactionFilter, format: z.enum(['csv', 'xlsx']) }),
);

/** What can be done with one interaction, from the dots at the end of its row. */
export const rowAction = defineAction(
  'interaction.row',
  z.discriminatedUnion('do', [
    z.object({ do: z.literal('show'), id: z.number().int() }),
    z.object({ do: z.literal('task'), id: z.number().int() }),
    z.object({ do: z.literal('opportunity'), id: z.number().int() }),
    z.object({ do: z.literal('contact'), no: z.string().max(20) }),
    /** `c`: whether it was canceled when it was shown. */
    z.object({ do: z.literal('cancel'), id: z.number().int(), c: z.boolean() }),
  ]),
);
