import { z } from 'zod';
import { interactionFilter } from '../../services/interactions/interaction-filter.ts';
import { interactionCursor } from '../../services/interactions/interaction-rows.ts';
import { defineAction, defineView } from '../ids.ts';
import { LIMITS } from '../limits.ts';

/** A page of the interactions that a filter finds; `from` is the 1-based position of its first one. */
export const listPage = z.object({
  filter: interactionFilter,
  after: interactionCursor.optional(),
  from: z.number().int().min(1).default(1),
});
export type ListPage = z.infer<typeof listPage>;

/** The parts of a filter that are kept in a `block_id`, in this order: with their names it would be too long. */
const PARTS = ['from', 'to', 'canceled', 'postponed', 'failed', 'evaluation'] as const;

/**
 * The `block_id` of a row keeps which page it stands on, so that the page can be shown anew when something was done from
 * the row's dots, whose values have no room for it. A page that is too long even so gives none.
 */
export function rowBlockId(entryId: number, { filter, after, from }: ListPage): string | undefined {
  const { kind, key } = filter.scope;
  const parts = PARTS.map((part) => filter[part] ?? null);
  const id = JSON.stringify([entryId, from, kind, key, after?.date ?? null, after?.id ?? null, ...parts]);
  return id.length <= LIMITS.id ? id : undefined;
}

/** The page that a row stands on, where its `block_id` says so. */
export function pageOfRow(blockId: string): ListPage | undefined {
  try {
    const [, from, kind, key, date, id, ...values] = z.array(z.unknown()).parse(JSON.parse(blockId));
    const parts = PARTS.map((part, at) => [part, values[at] ?? undefined]);
    const after = date === null ? undefined : { date, id };
    return listPage.parse({ filter: { scope: { kind, key }, ...Object.fromEntries(parts) }, after, from });
  } catch {
    return undefined;
  }
}

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
