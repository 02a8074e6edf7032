import { and, eq } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { holdSeries, nextNumber } from '../../core/number-series.ts';
import { campaignEntries } from '../../db/schema/index.ts';

/** What the one entry of a campaign for interactions logged one by one is called (`domain.md` §4.10). */
const DESCRIPTION = 'Interactions';

/**
 * The campaign entry of the interactions of a campaign that are logged one by one; there is one per campaign, made with
 * the first of them (`domain.md` §4.10). A canceled one counts again.
 * @returns its id
 */
export async function manualCampaignEntry(
  ctx: MemberContext & TransactionContext,
  campaignId: number,
  first: { date: string; salespersonCode: string },
): Promise<number> {
  const existing = await readEntry(ctx, campaignId);
  if (existing) return existing.canceled ? countAgain(ctx, existing.id) : existing.id;
  // Two who make it at once: the second waits here, and finds it. Not at the campaign, which a log holds after it drew.
  await holdSeries(ctx, 'campaign-entry');
  const made = await readEntry(ctx, campaignId);
  if (made) return made.id;
  const [row] = await ctx.tx
    .insert(campaignEntries)
    .values({
      workspaceId: ctx.workspaceId,
      entryNo: Number(await nextNumber(ctx, 'campaign-entry')),
      campaignId,
      description: DESCRIPTION,
      memberId: ctx.actor.memberId,
      manual: true,
      ...first,
    })
    .returning({ id: campaignEntries.id });
  if (!row) throw new Error('The campaign entry was not written.');
  return row.id;
}

async function readEntry(ctx: TransactionContext, campaignId: number) {
  const [entry] = await ctx.tx
    .select({ id: campaignEntries.id, canceled: campaignEntries.canceled })
    .from(campaignEntries)
    .where(
      and(
        eq(campaignEntries.workspaceId, ctx.workspaceId),
        eq(campaignEntries.campaignId, campaignId),
        eq(campaignEntries.manual, true),
      ),
    )
    // It must not be deleted before this interaction points at it.
    .for('key share');
  return entry;
}

async function countAgain(ctx: TransactionContext, id: number): Promise<number> {
  await ctx.tx
    .update(campaignEntries)
    .set({ canceled: false })
    .where(and(eq(campaignEntries.workspaceId, ctx.workspaceId), eq(campaignEntries.id, id)));
  return id;
}
