import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireAdmin } from '../../core/permissions.ts';
import { CLEANUP_KINDS, type CleanupCounts, cleanupWish } from './kinds.ts';
import { cleared } from './which.ts';

const counts = z.object({
  loggedSegments: z.coerce.number(),
  campaignEntries: z.coerce.number(),
  interactions: z.coerce.number(),
  tasks: z.coerce.number(),
});

/**
 * How much a clean-up would delete as things are (`domain.md` §4.11), for an admin to see first: interactions that go
 * with their campaign entry are counted in, once.
 * @throws ForbiddenError admins_only
 */
export async function countCanceled(
  ctx: MemberContext,
  input: z.input<typeof cleanupWish> = { kinds: [...CLEANUP_KINDS] },
): Promise<CleanupCounts> {
  requireAdmin(ctx);
  const { kinds, dated } = cleanupWish.parse(input);
  const { workspaceId: id } = ctx;
  const which = cleared(id, dated);
  // One that is not chosen counts nothing.
  const logged = kinds.includes('loggedSegments') ? which.loggedSegments : sql`false`;
  const campaign = kinds.includes('campaignEntries') ? which.campaignEntries : sql`false`;
  const interactions = kinds.includes('interactions') ? which.interactions : sql`false`;
  const tasks = kinds.includes('tasks') ? which.tasks : sql`false`;
  const [row] = await executor(ctx).execute(sql`
    select
      (select count(*) from logged_segments g where g.workspace_id = ${id} and ${logged}) as "loggedSegments",
      (select count(*) from campaign_entries ce where ce.workspace_id = ${id} and ${campaign}) as "campaignEntries",
      (select count(*) from interaction_log_entries e
        where e.workspace_id = ${id} and e.canceled and ((${interactions}) or e.campaign_entry_id in (
          select ce.id from campaign_entries ce where ce.workspace_id = ${id} and ${campaign}))) as interactions,
      (select count(*) from tasks t where t.workspace_id = ${id} and ${tasks}) as tasks`);
  return counts.parse(row);
}
