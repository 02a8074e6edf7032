import { and, asc, desc, eq, like, sql } from 'drizzle-orm';
import { type Context, executor, type TransactionContext } from '../../core/context.ts';
import { asNumber } from '../../core/document-number.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaigns } from '../../db/schema/index.ts';

export type CampaignRow = typeof campaigns.$inferSelect;

const named = (ctx: Context, no: string) =>
  and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.no, asNumber(no)));

/** A campaign's row, for reading. @throws NotFoundError campaign_not_found */
export async function readCampaign(ctx: Context, no: string): Promise<CampaignRow> {
  const [campaign] = await executor(ctx).select().from(campaigns).where(named(ctx, no));
  if (!campaign) throw new NotFoundError('campaign_not_found', { no: asNumber(no) });
  return campaign;
}

/**
 * The same, held until the transaction ends: whoever changes the campaign, activates it, or changes lines of an
 * activated one waits here for the one before.
 * @throws NotFoundError campaign_not_found
 */
export async function lockCampaign(ctx: TransactionContext, no: string): Promise<CampaignRow> {
  const [campaign] = await ctx.tx.select().from(campaigns).where(named(ctx, no)).for('update');
  if (!campaign) throw new NotFoundError('campaign_not_found', { no: asNumber(no) });
  return campaign;
}

/** More would be a list, not a hint. */
const MAX_HINTS = 5;

/**
 * Campaigns that somebody who typed a wrong number may have meant: those with the same last digits first, then those
 * whose number looks most like it.
 */
export async function nearCampaigns(
  ctx: Context,
  typed: string,
): Promise<{ no: string; description: string }[]> {
  requireInsider(ctx);
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '');
  const ending = digits ? like(campaigns.no, `%${digits}`) : sql`false`;
  return executor(ctx)
    .select({ no: campaigns.no, description: campaigns.description })
    .from(campaigns)
    .where(eq(campaigns.workspaceId, ctx.workspaceId))
    .orderBy(desc(ending), sql`similarity(${campaigns.no}, ${typed}) desc`, asc(campaigns.no))
    .limit(MAX_HINTS);
}
