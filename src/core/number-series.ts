import { and, eq, type SQL, sql } from 'drizzle-orm';
import { numberSeries } from '../db/schema/index.ts';
import type { TransactionContext } from './context.ts';
import { InvalidError } from './errors.ts';

export type Series = (typeof numberSeries.series.enumValues)[number];

/**
 * Takes the next number of a series (`domain.md` §6): `SM00001`, or a bare count where the series has no prefix.
 * Two that draw at once wait for each other, so numbers have no doubles.
 * @throws InvalidError number_series_missing when the workspace has no such series
 */
export async function nextNumber(ctx: TransactionContext, series: Series): Promise<string> {
  const drawn = await reserveNumbers(ctx, series, 1);
  return numberAt(drawn, drawn.first);
}

/** How numbers of a series look: what they begin with, and how many digits they have at least. */
export interface NumberFormat {
  prefix: string;
  digits: number;
}

/** The number of a series that has this count. */
export const numberAt = ({ prefix, digits }: NumberFormat, count: number): string =>
  prefix + String(count).padStart(digits, '0');

/** SQL: the same, for a count that the statement works out; a count that is longer keeps all its digits. */
export const sqlNumberAt = ({ prefix, digits }: NumberFormat, count: SQL): SQL => sql`
  ${prefix}::text || lpad((${count})::text, greatest(${digits}::integer, length((${count})::text)), '0')`;

/** Numbers that were reserved, with the first and last count. */
export interface ReservedNumbers extends NumberFormat {
  first: number;
  last: number;
}

/**
 * Reserves the next `count` numbers of a series in one statement, for what is written many at a time.
 * @throws InvalidError number_series_missing when the workspace has no such series
 */
export async function reserveNumbers(
  ctx: TransactionContext,
  series: Series,
  count: number,
): Promise<ReservedNumbers> {
  const [drawn] = await ctx.tx
    .update(numberSeries)
    .set({ next: sql`${numberSeries.next} + ${count}` })
    .where(and(eq(numberSeries.workspaceId, ctx.workspaceId), eq(numberSeries.series, series)))
    .returning({ prefix: numberSeries.prefix, digits: numberSeries.digits, next: numberSeries.next });
  if (!drawn) throw new InvalidError('number_series_missing', { series });
  const { prefix, digits, next } = drawn;
  return { prefix, digits, first: next - count, last: next - 1 };
}

/**
 * Waits for whoever draws from a series; nobody else draws from it until this transaction ends.
 * @returns how its next number is made; undefined when the workspace has no such series
 */
export async function holdSeries(
  ctx: TransactionContext,
  series: Series,
): Promise<(NumberFormat & { next: number }) | undefined> {
  const [held] = await ctx.tx
    .select({ prefix: numberSeries.prefix, digits: numberSeries.digits, next: numberSeries.next })
    .from(numberSeries)
    .where(and(eq(numberSeries.workspaceId, ctx.workspaceId), eq(numberSeries.series, series)))
    .for('no key update');
  return held;
}
