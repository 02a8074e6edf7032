import { sql } from 'drizzle-orm';
import type { TransactionContext } from '../../../core/context.ts';
import { entryIsTarget } from './sources.ts';

/** The company of an interaction with Campaign Target joins the target group of an activated campaign (`domain.md` §4.9). */
export async function joinTarget(
  ctx: TransactionContext,
  { campaignId, entryId }: { campaignId: number; entryId: number },
): Promise<void> {
  // Held as by those who change lines: an activation at the same moment sees the interaction.
  await ctx.tx.execute(sql`
    select id from campaigns where workspace_id = ${ctx.workspaceId} and id = ${campaignId} for key share`);
  await ctx.tx.execute(sql`
    insert into campaign_targets (workspace_id, campaign_id, contact_id, added_at)
    select e.workspace_id, e.campaign_id, coalesce(e.company_id, e.contact_id),
      ${ctx.now().toISOString()}::timestamptz
    from interaction_log_entries e
    where e.workspace_id = ${ctx.workspaceId} and e.id = ${entryId} and e.campaign_id = ${campaignId}
      and ${entryIsTarget}
      and exists (
        select from campaign_targets t where t.workspace_id = e.workspace_id and t.campaign_id = e.campaign_id
      )
    on conflict do nothing`);
}
