import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';

/** How a campaign goes (`domain.md` §4.9); what is canceled or postponed does not count. */
export interface CampaignStatistics {
  interactions: number;
  /** Interactions with Campaign Target, and with Campaign Response: entries, not different contacts. */
  contacted: number;
  responded: number;
  /** Decimal string in the workspace's currency. */
  cost: string;
  /** Minutes. */
  duration: number;
  /** Percent, to 0.1; 0 when nobody was contacted. */
  responseRate: number;
  /** Decimal string, to 0.01; 0 when nobody responded. */
  costPerResponse: string;
  /** Minutes, to 0.01; 0 when nobody responded. */
  durationPerResponse: number;
}

export interface CampaignWeek {
  /** The Monday, `YYYY-MM-DD`. */
  monday: string;
  interactions: number;
  responded: number;
}

const row = z.object({
  monday: z.string().nullable(),
  interactions: z.coerce.number(),
  contacted: z.coerce.number(),
  responded: z.coerce.number(),
  cost: z.string(),
  duration: z.coerce.number(),
  rate: z.coerce.number(),
  cost_per: z.string(),
  duration_per: z.coerce.number(),
});

/**
 * The figures of a campaign, and those of each week in which something was logged, in one reading of its interactions.
 * @param timeZone whose weeks count
 */
export async function campaignStatistics(
  ctx: Context,
  { campaignId, timeZone }: { campaignId: number; timeZone: string },
): Promise<{ total: CampaignStatistics; weeks: CampaignWeek[] }> {
  const rows = await executor(ctx).execute(sql`
    select week::text as monday, interactions, contacted, responded, cost::text, duration,
      coalesce(round(100.0 * responded / nullif(contacted, 0), 1), 0) as rate,
      coalesce(round(cost / nullif(responded, 0), 2), 0)::numeric(18, 2)::text as cost_per,
      coalesce(round(duration::numeric / nullif(responded, 0), 2), 0) as duration_per
    from (
      select week, count(logged.at) as interactions,
        count(*) filter (where target) as contacted, count(*) filter (where response) as responded,
        coalesce(sum(cost), 0)::numeric(18, 2) as cost, coalesce(sum(duration), 0) as duration
      from (
        select e.logged_at as at, date_trunc('week', e.logged_at at time zone ${timeZone})::date as week,
          e.campaign_target as target, e.campaign_response as response, e.cost, e.duration
        from interaction_log_entries e
        where e.workspace_id = ${ctx.workspaceId} and e.campaign_id = ${campaignId}
          and not e.canceled and not e.postponed
      ) logged
      group by grouping sets ((), (week))
    ) figures
    order by week nulls first`);
  const [total, ...weeks] = z.array(row).parse([...rows]);
  if (!total) throw new Error('There is always a total.');
  return {
    total: {
      interactions: total.interactions,
      contacted: total.contacted,
      responded: total.responded,
      cost: total.cost,
      duration: total.duration,
      responseRate: total.rate,
      costPerResponse: total.cost_per,
      durationPerResponse: total.duration_per,
    },
    weeks: weeks.map(({ monday, interactions, responded }) => ({
      monday: monday ?? '',
      interactions,
      responded,
    })),
  };
}
