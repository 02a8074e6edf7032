import { and, eq } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { ConflictError, InvalidError } from '../../core/errors.ts';
import { nextNumber } from '../../core/number-series.ts';
import { numberSeries, segments } from '../../db/schema/index.ts';
import { segmentNo } from './lock-segment.ts';

/** `domain.md` §6: Code[20]; no spaces, as commands end a number there. */
const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}/_.-]{0,19}$/u;

/**
 * The next number of the series that nobody typed before.
 * @throws InvalidError number_series_missing
 */
export async function drawNumber(ctx: TransactionContext): Promise<string> {
  for (;;) {
    const drawn = await nextNumber(ctx, 'segment');
    if (!(await isTaken(ctx, drawn))) return drawn;
  }
}

/**
 * A number that a person typed, if the series allows that.
 * @throws InvalidError number_series_missing, manual_number_refused, invalid_input (field no)
 * @throws ConflictError number_taken
 */
export async function typedNumber(ctx: TransactionContext, typed: string): Promise<string> {
  const no = segmentNo(typed);
  // Held until the end, so that two who type the same number come one after the other.
  const [series] = await ctx.tx
    .select({ manualAllowed: numberSeries.manualAllowed })
    .from(numberSeries)
    .where(and(eq(numberSeries.workspaceId, ctx.workspaceId), eq(numberSeries.series, 'segment')))
    .for('update');
  const params = { series: 'segment' };
  if (!series) throw new InvalidError('number_series_missing', params);
  if (!series.manualAllowed) {
    throw new InvalidError('manual_number_refused', params, [
      { field: 'no', code: 'manual_number_refused', params },
    ]);
  }
  if (!NUMBER.test(no)) throw new InvalidError('invalid_input', {}, [{ field: 'no', code: 'invalid_input' }]);
  if (await isTaken(ctx, no)) throw new ConflictError('number_taken', { no });
  return no;
}

async function isTaken(ctx: TransactionContext, no: string): Promise<boolean> {
  const [taken] = await ctx.tx
    .select({ id: segments.id })
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.no, no)));
  return taken !== undefined;
}
