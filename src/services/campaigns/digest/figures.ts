import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../../core/context.ts';
import { addDays } from '../../../core/dates.ts';
import { ids } from '../targets/sources.ts';

/** What was logged for a campaign in one week; what is canceled or postponed does not count. */
interface Week {
  interactions: number;
  responded: number;
  /** Decimal string in the workspace's currency. */
  cost: string;
}

export interface CampaignDigest {
  no: string;
  description: string;
  week: Week;
  weekBefore: Week;
  openSegments: number;
  /** How many the target group has. */
  targets: number;
}

const row = z.object({
  no: z.string(),
  description: z.string(),
  interactions: z.coerce.number(),
  responded: z.coerce.number(),
  cost: z.string(),
  interactions_before: z.coerce.number(),
  responded_before: z.coerce.number(),
  cost_before: z.string(),
  open_segments: z.coerce.number(),
  targets: z.coerce.number(),
});

/**
 * How a week went for campaigns, beside the week before it; those with nothing logged in the week are left out.
 * @param monday the first day of the week
 * @param timeZone whose midnight counts
 */
export async function digestFigures(
  ctx: Context,
  { campaignIds, monday, timeZone }: { campaignIds: readonly number[]; monday: string; timeZone: string },
): Promise<CampaignDigest[]> {
  if (campaignIds.length === 0) return [];
  const midnight = (day: string) => sql`(${day}::date::timestamp at time zone ${timeZone})`;
  const figures = (name: string, from: string, to: string) => sql`
    left join lateral (
      select count(*) as interactions, count(*) filter (where e.campaign_response) as responded,
        coalesce(sum(e.cost), 0)::numeric(18, 2)::text as cost
      from interaction_log_entries e
      where e.workspace_id = cp.workspace_id and e.campaign_id = cp.id and not e.canceled and not e.postponed
        and e.logged_at >= ${midnight(from)} and e.logged_at < ${midnight(to)}
    ) ${sql.raw(name)} on true`;
  const rows = await executor(ctx).execute(sql`
    select cp.no, cp.description, now_.interactions, now_.responded, now_.cost,
      before_.interactions as interactions_before, before_.responded as responded_before,
      before_.cost as cost_before,
      (select count(*) from segments s where s.workspace_id = cp.workspace_id and s.campaign_id = cp.id
        and s.state not in ('logged', 'deleted')) as open_segments,
      (select count(*) from campaign_targets t
        where t.workspace_id = cp.workspace_id and t.campaign_id = cp.id) as targets
    from campaigns cp
    ${figures('now_', monday, addDays(monday, 7))}
    ${figures('before_', addDays(monday, -7), monday)}
    where cp.workspace_id = ${ctx.workspaceId} and cp.id in ${ids(campaignIds)} and now_.interactions > 0
    order by cp.no`);
  return z
    .array(row)
    .parse([...rows])
    .map(toDigest);
}

const toDigest = (found: z.output<typeof row>): CampaignDigest => ({
  no: found.no,
  description: found.description,
  week: { interactions: found.interactions, responded: found.responded, cost: found.cost },
  weekBefore: {
    interactions: found.interactions_before,
    responded: found.responded_before,
    cost: found.cost_before,
  },
  openSegments: found.open_segments,
  targets: found.targets,
});
