import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';

const row = z.object({
  interactions: z.coerce.number(),
  canceled: z.coerce.number(),
  failed: z.coerce.number(),
  evaluated: z.coerce.number(),
  cost: z.string(),
  duration: z.coerce.number(),
});

/** What of a logged segment counts now. */
export interface LoggedFigures {
  /** All there are, canceled ones included. */
  interactions: number;
  canceled: number;
  /** Attempts that failed, and those that somebody has evaluated. */
  failed: number;
  evaluated: number;
  /** Of those that count; a decimal string in the workspace's currency, and minutes. */
  cost: string;
  duration: number;
}

/** How many interactions of a logged segment are canceled, and what the others cost. */
export async function loggedFigures(
  ctx: Context,
  { loggedSegmentId }: { loggedSegmentId: number },
): Promise<LoggedFigures> {
  requireInsider(ctx);
  const [found] = await executor(ctx).execute(sql`
    select count(*) as interactions, count(*) filter (where canceled) as canceled,
      count(*) filter (where attempt_failed) as failed, count(*) filter (where evaluation <> '') as evaluated,
      coalesce(sum(cost) filter (where not canceled), 0)::text as cost,
      coalesce(sum(duration) filter (where not canceled), 0) as duration
    from interaction_log_entries
    where workspace_id = ${ctx.workspaceId} and logged_segment_id = ${loggedSegmentId}`);
  return row.parse(found);
}
