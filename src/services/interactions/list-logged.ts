import { and, desc, eq, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaigns, loggedSegments } from '../../db/schema/index.ts';
import { findCampaign } from '../setup/find-codes.ts';
import { readSettings } from '../setup/read-settings.ts';
import { selectLogged, toSummary } from './logged-rows.ts';
import type { LoggedSegmentSummary } from './types.ts';

const day = z.iso.date();

/** Which logged segments. */
export const loggedFilter = z.object({
  campaign: z.string().max(20).optional(),
  /** Who logged it: salesperson code or a part of the name; `me`: whoever asks. */
  by: z.string().max(60).optional(),
  canceled: z.boolean().optional(),
  /** Logged from that day to that one, both included. */
  from: day.optional(),
  to: day.optional(),
});
export type LoggedFilter = z.infer<typeof loggedFilter>;

const listLoggedInput = loggedFilter.extend({
  /** Entries before this entry number: where the page before ended. */
  before: z.number().int().optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

export interface LoggedSegmentList {
  loggedSegments: LoggedSegmentSummary[];
  total: number;
  /** Entry number to ask for the next page with; absent at the end. */
  nextBefore?: number;
}

/** Logged segments, the last one first. @throws InvalidError campaign_not_found */
export async function listLogged(
  ctx: MemberContext,
  input: z.input<typeof listLoggedInput> = {},
): Promise<LoggedSegmentList> {
  requireInsider(ctx);
  const { before, limit, ...filter } = listLoggedInput.parse(input);
  if (filter.campaign !== undefined) await findCampaign(ctx, filter.campaign);
  const { currency } = await readSettings(ctx);
  const wanted = condition(ctx, filter);
  const rows = await selectLogged(
    ctx,
    wanted,
    before === undefined ? undefined : lt(loggedSegments.entryNo, before),
  )
    .orderBy(desc(loggedSegments.entryNo))
    .limit(limit + 1);
  const total = await executor(ctx).$count(
    loggedSegments,
    and(eq(loggedSegments.workspaceId, ctx.workspaceId), wanted),
  );
  const page = rows.slice(0, limit).map((row) => toSummary(row, currency));
  const last = page.at(-1);
  return {
    loggedSegments: page,
    total,
    ...(rows.length > limit && last ? { nextBefore: last.entryNo } : {}),
  };
}

function condition(ctx: MemberContext, filter: LoggedFilter): SQL | undefined {
  const { campaign, by, canceled, from, to } = filter;
  return and(
    campaign === undefined ? undefined : ofCampaign(ctx.workspaceId, campaign.trim().toUpperCase()),
    by === undefined ? undefined : loggedBy(ctx, by.trim()),
    canceled === undefined ? undefined : eq(loggedSegments.canceled, canceled),
    from === undefined ? undefined : gte(loggedSegments.createdOn, from),
    to === undefined ? undefined : lte(loggedSegments.createdOn, to),
  );
}

/** The campaign of one of its entries: its lines may have had another one than its header. */
const ofCampaign = (workspaceId: number, no: string): SQL => sql`exists (
  select from campaign_entries ce
  join ${campaigns} cp on cp.workspace_id = ce.workspace_id and cp.id = ce.campaign_id
  where ce.workspace_id = ${workspaceId} and ce.logged_segment_id = ${loggedSegments.id} and cp.no = ${no})`;

const loggedBy = (ctx: MemberContext, by: string): SQL =>
  by.toLowerCase() === 'me'
    ? eq(loggedSegments.memberId, ctx.actor.memberId)
    : sql`exists (
        select from members who
        where who.workspace_id = ${ctx.workspaceId} and who.id = ${loggedSegments.memberId}
          and (upper(who.salesperson_code) = upper(${by}) or strpos(lower(who.name), lower(${by})) > 0))`;
