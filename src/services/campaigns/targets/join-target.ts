import { sql } from 'drizzle-orm';
import type { TransactionContext } from '../../../core/context.ts';
import { holdActivated } from './follow-lines.ts';
import { entryIsTarget } from './sources.ts';

/** The company of an interaction with Campaign Target joins the target group of an activated campaign (`domain.md` §4.9). */
export async function joinTarget(
  ctx: TransactionContext,
  { campaignId, entryId }: { campaignId: number; entryId: number },
): Promise<void> {
  // Held as by those who change lines: an activation at the same moment sees the interaction.
  await ctx.tx.execute(sql`
    select id from campaigns where workspace_id = ${ctx.workspaceId} and id = ${campaignId} for key share`);
  // And so that nobody takes the company out meanwhile, with its last line, who does not see the interaction yet.
  const activated = await holdActivated(
    ctx,
    sql`cp.id = ${campaignId} and exists (
      select from interaction_log_entries e
      where e.workspace_id = cp.workspace_id and e.id = ${entryId} and e.campaign_id = cp.id and ${entryIsTarget})`,
  );
  if (activated.length === 0) return;
  await ctx.tx.execute(sql`
    insert into campaign_targets (workspace_id, campaign_id, contact_id, added_at)
    select e.workspace_id, e.campaign_id, coalesce(e.company_id, e.contact_id),
      ${ctx.now().toISOString()}::timestamptz
    from interaction_log_entries e
    where e.workspace_id = ${ctx.workspaceId} and e.id = ${entryId}
    on conflict do nothing`);
}
