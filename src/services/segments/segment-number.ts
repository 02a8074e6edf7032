import { and, eq } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { drawFreeNumber, type NumberedDocuments, typedFreeNumber } from '../../core/document-number.ts';
import { segments } from '../../db/schema/index.ts';

const NUMBERED: NumberedDocuments = {
  series: 'segment',
  isTaken: async (ctx, no) => {
    const [taken] = await ctx.tx
      .select({ id: segments.id })
      .from(segments)
      .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.no, no)));
    return taken !== undefined;
  },
};

/** The next free number of the series. @throws InvalidError number_series_missing */
export const drawNumber = (ctx: TransactionContext): Promise<string> => drawFreeNumber(ctx, NUMBERED);

/**
 * A number that a person typed, if the series allows that.
 * @throws as `typedFreeNumber`
 */
export const typedNumber = (ctx: TransactionContext, typed: string): Promise<string> =>
  typedFreeNumber(ctx, NUMBERED, typed);
