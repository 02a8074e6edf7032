import type { TransactionContext } from '../../core/context.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';

/** Has the cards of these campaigns in channels shown anew, each once, always in the same order. */
export async function refreshCampaigns(ctx: TransactionContext, ids: (number | null)[]): Promise<void> {
  const distinct = [...new Set(ids)].filter((id) => id !== null).sort((one, other) => one - other);
  for (const id of distinct) await refreshCampaign(ctx, id);
}
