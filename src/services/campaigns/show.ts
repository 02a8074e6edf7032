import { and, asc, count, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { addDays, today } from '../../core/dates.ts';
import { asNumber } from '../../core/document-number.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaignEntries, campaigns, members, segments } from '../../db/schema/index.ts';
import type { PersonRef } from '../approvals/types.ts';
import { campaignOpportunities } from '../opportunities/figures.ts';
import { readSettings } from '../setup/read-settings.ts';
import { mondayOf } from './digest/schedule.ts';
import { selectSummaries } from './list.ts';
import { type CampaignWeek, campaignStatistics } from './statistics.ts';
import { countTargets } from './targets/list.ts';
import type { CampaignCard } from './types.ts';

/** What a chart can show at a glance. */
const WEEKS = 8;

const showCampaignInput = z.union([z.object({ no: z.string().max(20) }), z.object({ id: z.number().int() })]);

/** Everything a campaign's card shows. @throws NotFoundError campaign_not_found */
export async function showCampaign(
  ctx: Context,
  input: z.input<typeof showCampaignInput>,
): Promise<CampaignCard> {
  requireInsider(ctx);
  const wanted = showCampaignInput.parse(input);
  const named = 'no' in wanted ? eq(campaigns.no, asNumber(wanted.no)) : eq(campaigns.id, wanted.id);
  const [summary] = await selectSummaries(ctx, named);
  const [row] = await executor(ctx)
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), named));
  if (!summary || !row) {
    throw new NotFoundError('campaign_not_found', { no: 'no' in wanted ? asNumber(wanted.no) : '' });
  }
  const { currency, timeZone } = await readSettings(ctx);
  const { total, weeks } = await campaignStatistics(ctx, { campaignId: row.id, timeZone });
  const monday = mondayOf(today({ now: ctx.now(), timeZone }));
  const { version, logChannel, digestAt, modifiedAt } = row;
  return {
    ...summary,
    version,
    logChannel,
    digestAt,
    modifiedAt,
    owners: await ownersOf(ctx, row.salespersonCode),
    targets: await countTargets(ctx, row.id),
    statistics: total,
    opportunities: await campaignOpportunities(ctx, row.id),
    weeks: lastWeeks(weeks, monday),
    openSegments: await countOpenSegments(ctx, row.id),
    entries: await countEntries(ctx, row.id),
    currency,
  };
}

/** The weeks up to the one that begins on that Monday; weeks without interactions have zeros. */
function lastWeeks(weeks: readonly CampaignWeek[], monday: string): CampaignWeek[] {
  const known = new Map(weeks.map((week) => [week.monday, week]));
  return Array.from({ length: WEEKS }, (_, index) => {
    const day = addDays(monday, -7 * (WEEKS - 1 - index));
    return known.get(day) ?? { monday: day, interactions: 0, responded: 0 };
  });
}

/** The members who are a salesperson. */
async function ownersOf(ctx: Context, salespersonCode: string | null): Promise<PersonRef[]> {
  if (salespersonCode === null) return [];
  return executor(ctx)
    .select({ memberId: members.id, slackUserId: members.slackUserId })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        eq(members.salespersonCode, salespersonCode),
        eq(members.deactivated, false),
        eq(members.outsider, false),
      ),
    )
    .orderBy(asc(members.id))
    .limit(5);
}

async function countOpenSegments(ctx: Context, campaignId: number): Promise<number> {
  const [row] = await executor(ctx)
    .select({ value: count() })
    .from(segments)
    .where(
      and(
        eq(segments.workspaceId, ctx.workspaceId),
        eq(segments.campaignId, campaignId),
        notInArray(segments.state, ['logged', 'deleted']),
      ),
    );
  return row?.value ?? 0;
}

async function countEntries(ctx: Context, campaignId: number): Promise<number> {
  const [row] = await executor(ctx)
    .select({ value: count() })
    .from(campaignEntries)
    .where(and(eq(campaignEntries.workspaceId, ctx.workspaceId), eq(campaignEntries.campaignId, campaignId)));
  return row?.value ?? 0;
}
