import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { segments } from '../../db/schema/index.ts';
import { outsidePeriod, periodParams } from '../campaigns/dates.ts';
import { holdCampaign } from '../setup/find-codes.ts';
import { problem } from './fields.ts';
import type { OpportunityRow } from './types.ts';

export type CampaignColumns = Pick<OpportunityRow, 'campaignId' | 'segmentId' | 'segmentDescription'>;

export const NO_CAMPAIGN: CampaignColumns = { campaignId: null, segmentId: null, segmentDescription: '' };

/**
 * The campaign that somebody chose by hand: an activated one, in whose period the opportunity was created. The segment
 * follows: the one that is being worked on for that campaign, if there is exactly one (`domain.md` §3.8).
 * @throws InvalidError campaign_not_found, opportunity_campaign_idle, opportunity_campaign_dates, each on `campaign`
 */
export async function chooseCampaign(
  ctx: TransactionContext,
  campaignNo: string,
  createdOn: string,
): Promise<CampaignColumns> {
  const campaign = await holdCampaign(ctx, campaignNo);
  const { id, no } = campaign;
  if (outsidePeriod(campaign, createdOn)) {
    const params = { no, ...periodParams(campaign) };
    throw new InvalidError('opportunity_campaign_dates', params, [
      problem('campaign', 'opportunity_campaign_dates', params),
    ]);
  }
  const [activated] = await ctx.tx.execute(sql`
    select from campaign_targets where workspace_id = ${ctx.workspaceId} and campaign_id = ${id} limit 1`);
  if (!activated) {
    const params = { no };
    throw new InvalidError('opportunity_campaign_idle', params, [
      problem('campaign', 'opportunity_campaign_idle', params),
    ]);
  }
  const found = await ctx.tx
    .select({ id: segments.id, description: segments.description })
    .from(segments)
    .where(
      and(
        eq(segments.workspaceId, ctx.workspaceId),
        eq(segments.campaignId, id),
        notInArray(segments.state, ['logged', 'deleted']),
      ),
    )
    .limit(2);
  const only = found.length === 1 ? found[0] : undefined;
  return { campaignId: id, segmentId: only?.id ?? null, segmentDescription: only?.description ?? '' };
}
