import { and, eq } from 'drizzle-orm';
import type { NumberedDocuments } from '../../core/document-number.ts';
import { opportunities } from '../../db/schema/index.ts';

/** How opportunities are numbered (`domain.md` §6). */
export const OPPORTUNITY_NUMBERS: NumberedDocuments = {
  series: 'opportunity',
  isTaken: async (ctx, no) => {
    const [taken] = await ctx.tx
      .select({ id: opportunities.id })
      .from(opportunities)
      .where(and(eq(opportunities.workspaceId, ctx.workspaceId), eq(opportunities.no, no)));
    return taken !== undefined;
  },
};
