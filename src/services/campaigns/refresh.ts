import type { TransactionContext } from '../../core/context.ts';
import { LIVE_EVERY_MS, refreshPosts } from '../../core/posts.ts';

/** Has the cards of a campaign in channels shown anew, because its figures changed; null: there is none. */
export async function refreshCampaign(ctx: TransactionContext, campaignId: number | null): Promise<void> {
  if (campaignId !== null) await refreshPosts(ctx, `campaign:${campaignId}`, { every: LIVE_EVERY_MS });
}
