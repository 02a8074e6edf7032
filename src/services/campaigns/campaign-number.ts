import { and, eq } from 'drizzle-orm';
import type { NumberedDocuments } from '../../core/document-number.ts';
import { campaigns } from '../../db/schema/index.ts';

/** How campaigns are numbered (`domain.md` §6). */
export const CAMPAIGN_NUMBERS: NumberedDocuments = {
  series: 'campaign',
  isTaken: async (ctx, no) => {
    const [taken] = await ctx.tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.no, no)));
    return taken !== undefined;
  },
};
