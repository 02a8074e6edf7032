import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';

const loggedRows = z.array(z.object({ entry_no: z.coerce.number(), canceled: z.boolean() }));
const campaignRows = z.array(z.object({ no: z.string(), canceled: z.boolean() }));

/**
 * Locks the logged segments and campaign entries that interactions belong to, so that their state stays what it is.
 * @returns refuses, when called, if one of them is canceled: ConflictError logged_segment_canceled,
 * campaign_entry_canceled
 */
export async function requireFree(ctx: TransactionContext, entryIds: number[]): Promise<() => void> {
  const { tx, workspaceId } = ctx;
  const ids = sql`${sql.param(entryIds)}::bigint[]`;
  const logged = loggedRows.parse(
    await tx.execute(sql`
      select g.entry_no, g.canceled from logged_segments g
      where g.workspace_id = ${workspaceId} and g.id in (
        select e.logged_segment_id from interaction_log_entries e
        where e.workspace_id = ${workspaceId} and e.id = any(${ids}))
      order by g.id for share`),
  );
  const campaign = campaignRows.parse(
    await tx.execute(sql`
      select cp.no, ce.canceled from campaign_entries ce
      join campaigns cp on cp.workspace_id = ce.workspace_id and cp.id = ce.campaign_id
      where ce.workspace_id = ${workspaceId} and ce.id in (
        select e.campaign_entry_id from interaction_log_entries e
        where e.workspace_id = ${workspaceId} and e.id = any(${ids}))
      order by ce.id for share of ce`),
  );
  return () => {
    const segment = logged.find((row) => row.canceled);
    if (segment) throw new ConflictError('logged_segment_canceled', { entry: segment.entry_no });
    const entry = campaign.find((row) => row.canceled);
    if (entry) throw new ConflictError('campaign_entry_canceled', { no: entry.no });
  };
}
