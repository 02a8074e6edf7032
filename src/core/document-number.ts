import { and, eq } from 'drizzle-orm';
import { numberSeries } from '../db/schema/index.ts';
import type { TransactionContext } from './context.ts';
import { ConflictError, InvalidError } from './errors.ts';
import { nextNumber, type Series } from './number-series.ts';

/** A kind of document whose numbers are drawn, or typed where its series allows that. */
export interface NumberedDocuments {
  series: Series;
  /** Whether a document has that number already. */
  isTaken: (ctx: TransactionContext, no: string) => Promise<boolean>;
}

/** `domain.md` §6: Code[20]; no spaces, as commands end a number there. */
const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}/_.-]{0,19}$/u;

/** Numbers are upper case; people type them as they like. */
export const asNumber = (typed: string): string => typed.trim().toUpperCase();

/**
 * The next number of the series that nobody typed before.
 * @throws InvalidError number_series_missing
 */
export async function drawFreeNumber(
  ctx: TransactionContext,
  { series, isTaken }: NumberedDocuments,
): Promise<string> {
  for (;;) {
    const drawn = await nextNumber(ctx, series);
    if (!(await isTaken(ctx, drawn))) return drawn;
  }
}

/**
 * A number that a person typed, if the series allows that.
 * @throws InvalidError number_series_missing, manual_number_refused, invalid_input (field no)
 * @throws ConflictError number_taken
 */
export async function typedFreeNumber(
  ctx: TransactionContext,
  { series, isTaken }: NumberedDocuments,
  typed: string,
): Promise<string> {
  const no = asNumber(typed);
  // Held until the end, so that two who type the same number come one after the other.
  const [found] = await ctx.tx
    .select({ manualAllowed: numberSeries.manualAllowed })
    .from(numberSeries)
    .where(and(eq(numberSeries.workspaceId, ctx.workspaceId), eq(numberSeries.series, series)))
    .for('update');
  const params = { series };
  if (!found) throw new InvalidError('number_series_missing', params);
  if (!found.manualAllowed) {
    throw new InvalidError('manual_number_refused', params, [
      { field: 'no', code: 'manual_number_refused', params },
    ]);
  }
  if (!NUMBER.test(no)) throw new InvalidError('invalid_input', {}, [{ field: 'no', code: 'invalid_input' }]);
  if (await isTaken(ctx, no)) throw new ConflictError('number_taken', { no });
  return no;
}
