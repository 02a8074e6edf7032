import { z } from 'zod';
import type { Context } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { readSettings } from '../setup/read-settings.ts';
import { interactionFilter, readFilter, type ScopeName } from './interaction-filter.ts';
import {
  type InteractionCursor,
  type InteractionRow,
  type InteractionTotals,
  interactionCursor,
  pageInteractions,
  totalInteractions,
} from './interaction-rows.ts';

const listInteractionsInput = z.object({
  filter: interactionFilter,
  /** Where the page before ended. */
  after: interactionCursor.optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

export interface InteractionList {
  scope: ScopeName;
  rows: InteractionRow[];
  totals: InteractionTotals;
  currency: string;
  next?: InteractionCursor;
}

/** Counting more would make a page of the list wait for it; nobody adds such figures up by hand. */
const COUNTED = 100_000;

/**
 * The interaction log of a contact, company, segment, logged segment, campaign or salesperson, the latest first, with
 * totals.
 * @throws NotFoundError for a number or code that is not there
 */
export async function listInteractions(
  ctx: Context,
  input: z.input<typeof listInteractionsInput>,
): Promise<InteractionList> {
  requireInsider(ctx);
  const { filter, after, limit } = listInteractionsInput.parse(input);
  const { condition, scope } = await readFilter(ctx, filter);
  const { currency } = await readSettings(ctx);
  const found = await pageInteractions(ctx, condition, { after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    scope,
    rows,
    totals: await totalInteractions(ctx, condition, COUNTED),
    currency,
    ...(found.length > limit && last ? { next: { date: last.date, id: last.entryId } } : {}),
  };
}
