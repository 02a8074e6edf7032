import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { campaigns } from '../../db/schema/index.ts';

/** Business dates, `YYYY-MM-DD`; null: open. */
export interface CampaignPeriod {
  startingDate: string | null;
  endingDate: string | null;
}

/** Whether a day lies before or after a campaign's period; undefined: within it. */
export function outsidePeriod(period: CampaignPeriod, date: string): 'before' | 'after' | undefined {
  if (period.startingDate !== null && date < period.startingDate) return 'before';
  if (period.endingDate !== null && date > period.endingDate) return 'after';
  return undefined;
}

/** What errors say of a period: its days, `open` for an end without one. */
export const periodParams = ({ startingDate, endingDate }: CampaignPeriod) => ({
  from: startingDate ?? 'open',
  to: endingDate ?? 'open',
});

/** A campaign whose period something is dated outside of. */
export type OutsideCampaign = CampaignPeriod & { no: string; side: 'before' | 'after' };

/**
 * Tells that something is dated outside its campaign's period, for a warning: nothing refuses it (`domain.md` §4.8
 * checks no period).
 * @returns undefined where there is nothing to warn of
 */
export async function outsideCampaign(
  ctx: Context,
  { campaignId, date }: { campaignId: number | null; date: string },
): Promise<OutsideCampaign | undefined> {
  if (campaignId === null) return undefined;
  const [campaign] = await executor(ctx)
    .select({ no: campaigns.no, startingDate: campaigns.startingDate, endingDate: campaigns.endingDate })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, campaignId)));
  const side = campaign && outsidePeriod(campaign, date);
  return campaign && side ? { ...campaign, side } : undefined;
}
