import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../../core/audit.ts';
import type { TransactionContext } from '../../../core/context.ts';
import { refreshCampaign } from '../refresh.ts';
import { ids, isSupported, lineIsTarget, lineOfCampaign, targetOf } from './sources.ts';

/** Which lines of a segment may be of another campaign now, or target or not. */
export interface ChangedLines {
  segmentId: number;
  /** The header's campaign before and after. */
  campaigns: readonly (number | null)[];
  /** What the steps after `low`, up to `high`, did or undid. */
  low: number;
  high: number;
  /** The header's campaign or target changed: all lines may be concerned. */
  all: boolean;
  /** Lines only came. */
  onlyAdded: boolean;
}

/**
 * Keeps the target groups of activated campaigns as the lines say (`domain.md` §4.9): the company of a line that became
 * a target joins; one whose last target line or interaction went leaves, and with the last of all the campaign is no
 * more activated. Costs what the steps changed; nearly nothing where no activated campaign is concerned. To be called
 * when lines and header are as they are from now on.
 */
export async function followLines(ctx: TransactionContext, changed: ChangedLines): Promise<void> {
  const touched = await touchedLines(ctx, changed);
  await waitForActivation(ctx, changed, touched);
  if (!(await anyActivated(ctx))) return;
  const activated = await holdActivated(ctx, campaignsOf(changed, touched));
  if (activated.length === 0) return;
  const joined = await join(ctx, touched.lines, activated);
  const left = changed.onlyAdded ? [] : await leave(ctx, activated, keysOf(touched.lines));
  for (const id of new Set([...joined, ...left])) await refreshCampaign(ctx, id);
}

/**
 * Takes these contacts out of the target groups of these campaigns, unless a line or interaction still makes them
 * targets (`domain.md` §4.9). To be called when interactions were deleted.
 */
export async function pruneTargets(
  ctx: TransactionContext,
  { campaignIds, contactIds }: { campaignIds: readonly number[]; contactIds: readonly number[] },
): Promise<void> {
  if (campaignIds.length === 0) return;
  const activated = await holdActivated(ctx, sql`cp.id in ${ids(campaignIds)}`);
  if (activated.length === 0) return;
  const left = await leave(ctx, activated, sql`select unnest(${sql.param(contactIds)}::bigint[])`);
  for (const id of left) await refreshCampaign(ctx, id);
}

/**
 * Holds the campaigns that the lines may be of in a way that only activating and deactivating minds, which wait, or are
 * waited for: no line is missed by an activation at the same moment.
 */
async function waitForActivation(
  ctx: TransactionContext,
  changed: ChangedLines,
  touched: Touched,
): Promise<void> {
  await ctx.tx.execute(sql`
    select cp.id from campaigns cp
    where cp.workspace_id = ${ctx.workspaceId} and ${campaignsOf(changed, touched)}
    order by cp.id for key share of cp`);
}

/** The campaigns `cp` that the lines may be of: the header's, before and after, and those of their own. */
function campaignsOf({ campaigns }: ChangedLines, { ownCampaigns }: Touched): SQL {
  const named = campaigns.filter((id) => id !== null);
  const ofHeader = named.length > 0 ? sql`cp.id in ${ids(named)} or` : sql``;
  return sql`(${ofHeader} cp.no in (${ownCampaigns}))`;
}

async function anyActivated(ctx: TransactionContext): Promise<boolean> {
  const found = await ctx.tx.execute(
    sql`select from campaign_targets where workspace_id = ${ctx.workspaceId} limit 1`,
  );
  return found.length > 0;
}

interface Touched {
  /** A select of them, some more than once. */
  lines: SQL;
  /** A select of the campaigns' numbers that some of them have, or had, of their own. */
  ownCampaigns: SQL;
}

const range = z.object({ after: z.coerce.number(), up_to: z.coerce.number() });

async function touchedLines(
  ctx: TransactionContext,
  { segmentId, low, high, all }: ChangedLines,
): Promise<Touched> {
  const here = sql`workspace_id = ${ctx.workspaceId} and segment_id = ${segmentId}`;
  const [row] = await ctx.tx.execute(sql`
    select coalesce(min(first_line_no) - 1, 0) as after, coalesce(max(last_line_no), 0) as up_to
    from segment_steps where ${here} and no > ${low} and no <= ${high}`);
  const { after, up_to: upTo } = range.parse(row);
  const edits = sql`from segment_line_edits e where e.workspace_id = ${ctx.workspaceId}
    and e.segment_id = ${segmentId} and e.step_no > ${low} and e.step_no <= ${high}`;
  const ofSegment = sql`from segment_lines m where m.workspace_id = ${ctx.workspaceId} and m.segment_id = ${segmentId}`;
  // Selects and not conditions with `or`, for which all lines of the segment would be read.
  const parts = [
    sql`${ofSegment} and m.line_no > ${after} and m.line_no <= ${upTo}`,
    sql`${ofSegment} and m.removed_step > ${low} and m.removed_step <= ${high}`,
    ...(all ? [sql`${ofSegment} and m.live`] : []),
  ];
  return {
    // Their rows at once: looked up by their numbers, each of a hundred thousand would be searched for.
    lines: union([
      ...parts.map((part) => sql`select m.* ${part}`),
      sql`select m.* ${ofSegment} and m.line_no in (select e.line_no ${edits})`,
    ]),
    ownCampaigns: union([
      ...parts.map((part) => sql`select m.own ->> 'campaignNo' ${part} and m.own is not null`),
      sql`select e.before ->> 'campaignNo' ${edits}`,
      sql`select e.after ->> 'campaignNo' ${edits}`,
    ]),
  };
}

const union = (selects: SQL[]): SQL => sql.join(selects, sql` union all `);

const rowId = z.object({ id: z.coerce.number() });
const asIds = (rows: Iterable<unknown>): number[] => [...rows].map((row) => rowId.parse(row).id);

/**
 * The activated ones of these campaigns `cp`. They are held, so that of two who take the last two lines of a company
 * away the second sees what the first did.
 */
export async function holdActivated(ctx: TransactionContext, which: SQL): Promise<number[]> {
  return asIds(
    await ctx.tx.execute(sql`
      select cp.id from campaigns cp
      where cp.workspace_id = ${ctx.workspaceId} and ${which}
        and exists (
          select from campaign_targets t where t.workspace_id = cp.workspace_id and t.campaign_id = cp.id
        )
      order by cp.id for no key update of cp`),
  );
}

async function join(ctx: TransactionContext, lines: SQL, activated: readonly number[]): Promise<number[]> {
  return asIds(
    await ctx.tx.execute(sql`
      with joined as (
        insert into campaign_targets (workspace_id, campaign_id, contact_id, added_at)
        select distinct l.workspace_id, cp.id, ${targetOf}, ${ctx.now().toISOString()}::timestamptz
        from (${lines}) l
        join segments s on s.workspace_id = l.workspace_id and s.id = l.segment_id
        join campaigns cp on cp.workspace_id = l.workspace_id and cp.id in ${ids(activated)} and ${lineOfCampaign}
        join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id
        where l.live and ${lineIsTarget}
        on conflict do nothing
        returning campaign_id
      )
      select distinct campaign_id as id from joined`),
  );
}

/** Whose membership the changed lines may have held up. */
const keysOf = (lines: SQL): SQL => sql`
  select ${targetOf} from (${lines}) l
  join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id`;

async function leave(ctx: TransactionContext, campaignIds: readonly number[], keys: SQL): Promise<number[]> {
  // Step by step, because what a member is held up by takes several look-ups each: only those asked for are looked at.
  const left = asIds(
    await ctx.tx.execute(sql`
      with t as materialized (
        select workspace_id, campaign_id, contact_id from campaign_targets
        where workspace_id = ${ctx.workspaceId} and campaign_id in ${ids(campaignIds)}
          and contact_id in (${keys})
      ), unsupported as materialized (
        select * from t where not ${isSupported}
      ), gone as (
        delete from campaign_targets g using unsupported u
        where g.workspace_id = u.workspace_id and g.campaign_id = u.campaign_id and g.contact_id = u.contact_id
        returning g.campaign_id
      )
      select distinct campaign_id as id from gone`),
  );
  for (const id of left) await tellWhenEmpty(ctx, id);
  return left;
}

async function tellWhenEmpty(ctx: TransactionContext, id: number): Promise<void> {
  const [campaign] = await ctx.tx.execute<{ no: string }>(sql`
    select no from campaigns cp
    where workspace_id = ${ctx.workspaceId} and id = ${id} and not exists (
      select from campaign_targets t where t.workspace_id = cp.workspace_id and t.campaign_id = cp.id)`);
  if (!campaign) return;
  await audit(ctx, {
    action: 'campaign.deactivate',
    subject: 'campaign',
    subjectId: campaign.no,
    detail: { lastTargetLeft: true },
  });
}
