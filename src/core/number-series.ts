import { and, eq, sql } from 'drizzle-orm';
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
  const [drawn] = await ctx.tx
    .update(numberSeries)
    .set({ next: sql`${numberSeries.next} + 1` })
    .where(and(eq(numberSeries.workspaceId, ctx.workspaceId), eq(numberSeries.series, series)))
    .returning({ prefix: numberSeries.prefix, digits: numberSeries.digits, next: numberSeries.next });
  if (!drawn) throw new InvalidError('number_series_missing', { series });
  return drawn.prefix + String(drawn.next - 1).padStart(drawn.digits, '0');
}

/** Numbers that were reserved: prefix, digits, and the first and last count. */
export interface ReservedNumbers {
  prefix: string;
  digits: number;
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
): Promise<{ prefix: string; digits: number; next: number } | undefined> {
  const [held] = await ctx.tx
    .select({ prefix: numberSeries.prefix, digits: numberSeries.digits, next: numberSeries.next })
    .from(numberSeries)
    .where(and(eq(numberSeries.workspaceId, ctx.workspaceId), eq(numberSeries.series, series)))
    .for('no key update');
  return held;
}
