import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { timesMoney } from '../../core/money.ts';
import { nextNumber } from '../../core/number-series.ts';
import { campaignEntries, loggedSegments } from '../../db/schema/index.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import type { LoggableContent } from './check-segment.ts';
import type { LogRun } from './log-segment.ts';
import { readRequester } from './requester.ts';

export interface Logged {
  id: number;
  entryNo: number;
}

interface Wanted {
  run: LogRun;
  segment: SegmentRow;
  content: LoggableContent;
}

/** Writes the logged segment, its campaign entry and one interaction per line (`domain.md` §4.8 steps 2, 3, 5). */
export async function writeEntries(ctx: TransactionContext, wanted: Wanted): Promise<Logged> {
  const logged = await writeLoggedSegment(ctx, wanted);
  const campaignEntryId = await writeCampaignEntry(ctx, wanted, logged.id);
  const written = await writeInteractions(ctx, wanted, logged.id, campaignEntryId);
  if (written !== wanted.content.count) {
    throw new Error(`${written} interactions were written for ${wanted.content.count} lines.`);
  }
  return logged;
}

async function writeLoggedSegment(
  ctx: TransactionContext,
  { run, segment, content }: Wanted,
): Promise<Logged> {
  const { timeZone } = await readRequester(ctx, run.requestedBy);
  const entryNo = Number(await nextNumber(ctx, 'logged-segment'));
  const [row] = await ctx.tx
    .insert(loggedSegments)
    .values({
      workspaceId: ctx.workspaceId,
      entryNo,
      segmentId: segment.id,
      segmentNo: segment.no,
      description: segment.description,
      createdOn: today({ now: ctx.now(), timeZone }),
      createdAt: ctx.now(),
      memberId: run.requestedBy,
      approvalRequestId: content.approvalRequestId,
      channel: run.channel,
      ...content.counts,
      cost: timesMoney(segment.unitCost, content.count),
      duration: segment.unitDuration * content.count,
    })
    .returning({ id: loggedSegments.id });
  if (!row) throw new Error('The logged segment was not written.');
  return { id: row.id, entryNo };
}

const firstSalesperson = z.object({ code: z.string().nullable() });

async function writeCampaignEntry(
  ctx: TransactionContext,
  { run, segment }: Wanted,
  loggedSegmentId: number,
): Promise<number | null> {
  if (segment.campaignId === null) return null;
  const { tx, workspaceId } = ctx;
  const [first] = await tx.execute(sql`
    select coalesce(${segment.salespersonCode}::text, c.salesperson_code) as code
    from segment_lines l
    join contacts c on c.workspace_id = ${workspaceId} and c.id = l.contact_id
    where l.workspace_id = ${workspaceId} and l.segment_id = ${segment.id} and l.live
    order by l.line_no limit 1`);
  const [row] = await tx
    .insert(campaignEntries)
    .values({
      workspaceId,
      entryNo: Number(await nextNumber(ctx, 'campaign-entry')),
      campaignId: segment.campaignId,
      description: segment.description,
      date: segment.date,
      salespersonCode: firstSalesperson.parse(first).code,
      memberId: run.requestedBy,
      loggedSegmentId,
    })
    .returning({ id: campaignEntries.id });
  if (!row) throw new Error('The campaign entry was not written.');
  return row.id;
}

/**
 * One interaction per line, in line order, as one statement. The correspondence type is the template's if it
 * ignores the contact's or the contact has none, else the contact's (`domain.md` §3.5); e-mail is left blank for a
 * contact without an address (§4.8 step 4).
 * @returns how many were written
 */
async function writeInteractions(
  ctx: TransactionContext,
  { run, segment, content: { template } }: Wanted,
  loggedSegmentId: number,
  campaignEntryId: number | null,
): Promise<number> {
  const { workspaceId } = ctx;
  const templates = template.correspondenceType;
  const type = template.ignoreContactCorrespondenceType
    ? sql`${templates}::text`
    : sql`coalesce(nullif(c.correspondence_type, ''), ${templates}::text)`;
  const result = await ctx.tx.execute(sql`
    insert into interaction_log_entries (
      workspace_id, contact_id, company_id, date, description, interaction_group_code,
      interaction_template_code, information_flow, initiated_by, correspondence_type, language_code,
      salesperson_code, cost, duration, campaign_id, campaign_entry_id, logged_segment_id, member_id, logged_at
    )
    select c.workspace_id, c.id, c.company_id, ${segment.date}::date, ${segment.description},
      ${template.interactionGroupCode}, ${template.code}, ${template.informationFlow}, ${template.initiatedBy},
      case when ${type} = 'email' and c.email = '' then '' else ${type} end, ${template.languageCode},
      coalesce(${segment.salespersonCode}::text, c.salesperson_code), ${segment.unitCost}::numeric,
      ${segment.unitDuration}::integer, ${segment.campaignId}::bigint, ${campaignEntryId}::bigint,
      ${loggedSegmentId}::bigint, ${run.requestedBy}::bigint, ${ctx.now().toISOString()}::timestamptz
    from segment_lines l
    join contacts c on c.workspace_id = ${workspaceId} and c.id = l.contact_id
    where l.workspace_id = ${workspaceId} and l.segment_id = ${segment.id} and l.live
    order by l.line_no`);
  return result.count;
}
