import { sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { holdActivated } from '../campaigns/targets/follow-lines.ts';
import { ids } from '../campaigns/targets/sources.ts';

/** People `n` of the import who got their first company. */
const joinsCompany = sql`n.old_type = 'person' and n.type = 'person' and n.old_company_id is null
  and n.company_id is not null`;

/**
 * Where people stood in the target group of an activated campaign for having no company (`domain.md` §4.9), the company
 * that they got takes their place, as it takes their interactions (§3.2). To be called after `mergeContacts`, late,
 * because whoever changes lines of these campaigns waits from then on.
 */
export async function moveTargets(ctx: TransactionContext): Promise<void> {
  const { tx, workspaceId } = ctx;
  const activated = await holdActivated(
    ctx,
    sql`exists (
      select from campaign_targets p join import_changed_contacts n on n.id = p.contact_id and ${joinsCompany}
      where p.workspace_id = cp.workspace_id and p.campaign_id = cp.id)`,
  );
  if (activated.length === 0) return;
  const theirs = sql`t.workspace_id = ${workspaceId} and t.campaign_id in ${ids(activated)} and t.contact_id = n.id
    and ${joinsCompany}`;
  await tx.execute(sql`
    insert into campaign_targets (workspace_id, campaign_id, contact_id, added_at)
    select t.workspace_id, t.campaign_id, n.company_id, t.added_at
    from campaign_targets t, import_changed_contacts n where ${theirs}
    on conflict do nothing`);
  await tx.execute(sql`delete from campaign_targets t using import_changed_contacts n where ${theirs}`);
  for (const id of activated) await refreshCampaign(ctx, id);
}
