import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { pruneTargets } from '../campaigns/targets/follow-lines.ts';
import { usedByEntriesOnly } from '../interactions/unique-attachments.ts';

const id = z.coerce.number().nullable();
const deleted = z.array(z.object({ attachment_id: id, campaign_id: id, target_id: id }));

/**
 * Deletes canceled interactions with their comments, and the attachments that nothing uses any more. Contacts of call
 * lists stay called, tasks and opportunities that came of them stay; companies that nothing else makes a target leave the
 * target group (`domain.md` §4.9).
 * @param which a query that gives their ids
 * @returns how many
 */
export async function deleteEntries(ctx: TransactionContext, which: SQL): Promise<number> {
  const { tx, workspaceId } = ctx;
  const ids = (await tx.execute(which)).map(({ id }) => Number(id));
  if (ids.length === 0) return 0;
  const list = sql`${sql.param(ids)}::bigint[]`;
  await tx.execute(
    sql`update tasks set entry_id = null where workspace_id = ${workspaceId} and entry_id = any(${list})`,
  );
  await tx.execute(
    sql`update call_items set entry_id = null where workspace_id = ${workspaceId} and entry_id = any(${list})`,
  );
  await tx.execute(
    sql`update opportunities set entry_id = null where workspace_id = ${workspaceId} and entry_id = any(${list})`,
  );
  const rows = deleted.parse(
    await tx.execute(sql`
      delete from interaction_log_entries where workspace_id = ${workspaceId} and id = any(${list})
      returning attachment_id, case when campaign_target and not postponed then campaign_id end as campaign_id,
        coalesce(company_id, contact_id) as target_id`),
  );
  const targets = rows.filter((row) => row.campaign_id !== null);
  await pruneTargets(ctx, {
    campaignIds: distinct(targets.map((row) => row.campaign_id)),
    contactIds: distinct(targets.map((row) => row.target_id)),
  });
  const attachments = distinct(rows.map((row) => row.attachment_id));
  if (attachments.length > 0) {
    await tx.execute(sql`
      delete from attachments a
      where a.workspace_id = ${workspaceId} and a.id = any(${sql.param(attachments)}::bigint[])
        and not exists (
          select from interaction_log_entries e where e.workspace_id = ${workspaceId} and e.attachment_id = a.id)
        and ${usedByEntriesOnly(workspaceId)}`);
  }
  return ids.length;
}

const distinct = (ids: (number | null)[]): number[] => [...new Set(ids.filter((one) => one !== null))];
