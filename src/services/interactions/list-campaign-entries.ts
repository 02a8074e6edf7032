import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaignEntries } from '../../db/schema/index.ts';
import { findCampaign } from '../setup/find-codes.ts';
import { readSettings } from '../setup/read-settings.ts';

const listCampaignEntriesInput = z.object({
  campaign: z.string().max(20),
  canceled: z.boolean().optional(),
  /** Entries before this entry number: where the page before ended. */
  before: z.number().int().optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

const rows = z.array(
  z
    .object({
      entry_no: z.coerce.number(),
      description: z.string(),
      date: z.string(),
      segment_no: z.string(),
      logged: z.coerce.number().nullable(),
      canceled: z.boolean(),
      by: z.string(),
      interactions: z.coerce.number(),
      cost: z.string(),
      duration: z.coerce.number(),
    })
    .transform(({ entry_no: entryNo, segment_no: segmentNo, logged: loggedEntryNo, ...same }) => ({
      ...same,
      entryNo,
      segmentNo,
      loggedEntryNo,
    })),
);

/** An entry of a campaign; figures are those of its interactions with the same state as its own (`domain.md` §3.8). */
export interface CampaignEntryRow {
  entryNo: number;
  description: string;
  date: string;
  /** Blank for interactions that were logged one by one. */
  segmentNo: string;
  loggedEntryNo: number | null;
  canceled: boolean;
  /** Name of whoever logged it. */
  by: string;
  interactions: number;
  cost: string;
  duration: number;
}

export interface CampaignEntryList {
  campaign: { no: string; description: string };
  entries: CampaignEntryRow[];
  currency: string;
  total: number;
  nextBefore?: number;
}

/** The entries of a campaign, the last one first. @throws InvalidError campaign_not_found */
export async function listCampaignEntries(
  ctx: MemberContext,
  input: z.input<typeof listCampaignEntriesInput>,
): Promise<CampaignEntryList> {
  requireInsider(ctx);
  const { campaign: no, canceled, before, limit } = listCampaignEntriesInput.parse(input);
  const { id, description, no: campaignNo } = await findCampaign(ctx, no);
  const { currency } = await readSettings(ctx);
  const found = rows.parse(
    await executor(ctx).execute(sql`
      select ce.*, f.* from (
        select ce.id, ce.entry_no, ce.description, ce.date::text as date, ce.canceled,
          g.entry_no as logged, coalesce(nullif(ce.segment_no, ''), g.segment_no, '') as segment_no,
          m.name as by
        from campaign_entries ce
        join members m on m.workspace_id = ce.workspace_id and m.id = ce.member_id
        left join logged_segments g on g.workspace_id = ce.workspace_id and g.id = ce.logged_segment_id
        where ce.workspace_id = ${ctx.workspaceId} and ce.campaign_id = ${id}
          ${canceled === undefined ? sql`` : sql`and ce.canceled = ${canceled}`}
          ${before === undefined ? sql`` : sql`and ce.entry_no < ${before}`}
        order by ce.entry_no desc limit ${limit + 1}
      ) ce cross join lateral (
        select count(*) as interactions, coalesce(sum(e.cost), 0)::text as cost, coalesce(sum(e.duration), 0) as duration
        from interaction_log_entries e
        where e.workspace_id = ${ctx.workspaceId} and e.campaign_entry_id = ce.id and e.canceled = ce.canceled
          and not e.postponed
      ) f order by ce.entry_no desc`),
  );
  const total = await executor(ctx).$count(
    campaignEntries,
    and(
      eq(campaignEntries.workspaceId, ctx.workspaceId),
      eq(campaignEntries.campaignId, id),
      canceled === undefined ? undefined : eq(campaignEntries.canceled, canceled),
    ),
  );
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return {
    campaign: { no: campaignNo, description },
    entries,
    currency,
    total,
    ...(found.length > limit && last ? { nextBefore: last.entryNo } : {}),
  };
}
