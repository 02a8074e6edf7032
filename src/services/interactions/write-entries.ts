import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { nextNumber } from '../../core/number-series.ts';
import { campaignEntries, loggedSegments } from '../../db/schema/index.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { readLineValues } from '../segments/read-line-values.ts';
import type { LoggableContent } from './check-segment.ts';
import type { LogRun } from './log-segment.ts';
import { readRequester } from './requester.ts';

export interface Logged {
  id: number;
  entryNo: number;
  /** The campaigns of its lines. */
  campaignIds: number[];
}

interface Wanted {
  run: LogRun;
  segment: SegmentRow;
  content: LoggableContent;
}

/** Writes the logged segment, its campaign entries and one interaction per line (`domain.md` §4.8 steps 2, 3, 5). */
export async function writeEntries(ctx: TransactionContext, wanted: Wanted): Promise<Logged> {
  const logged = await writeLoggedSegment(ctx, wanted);
  const campaignIds = await writeCampaignEntries(ctx, wanted, logged.id);
  const written = await writeInteractions(ctx, wanted, logged.id);
  if (written !== wanted.content.count) {
    throw new Error(`${written} interactions were written for ${wanted.content.count} lines.`);
  }
  return { ...logged, campaignIds };
}

async function writeLoggedSegment(
  ctx: TransactionContext,
  { run, segment, content }: Wanted,
): Promise<Omit<Logged, 'campaignIds'>> {
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
      cost: segment.cost,
      duration: segment.duration,
    })
    .returning({ id: loggedSegments.id });
  if (!row) throw new Error('The logged segment was not written.');
  return { id: row.id, entryNo };
}

const campaignOfLines = z.object({
  id: z.coerce.number(),
  date: z.string(),
  salesperson: z.string().nullable(),
});

/**
 * One campaign entry per campaign among the lines, with the segment's description and what the first of its lines by date
 * says otherwise (`domain.md` §4.8 step 3).
 * @returns the campaigns
 */
async function writeCampaignEntries(
  ctx: TransactionContext,
  { run, segment, content: { header } }: Wanted,
  loggedSegmentId: number,
): Promise<number[]> {
  const { tx, workspaceId } = ctx;
  const value = await readLineValues(ctx, segment.id, header);
  const found = await tx.execute(sql`
    select cp.id, said.date::text as date, said.salesperson
    from (
      select distinct on (campaign) ${value('campaignNo')} as campaign, l.line_no,
        ${value('date')} as date, ${value('salespersonCode')} as salesperson
      from segment_lines l
      join contacts c on c.workspace_id = ${workspaceId} and c.id = l.contact_id
      where l.workspace_id = ${workspaceId} and l.segment_id = ${segment.id} and l.live
      order by campaign, ${value('date')}, l.line_no
    ) said
    join campaigns cp on cp.workspace_id = ${workspaceId} and cp.no = said.campaign
    order by cp.no`);
  const ofLines = z.array(campaignOfLines).parse([...found]);
  for (const { id, date, salesperson } of ofLines) {
    await tx.insert(campaignEntries).values({
      workspaceId,
      entryNo: Number(await nextNumber(ctx, 'campaign-entry')),
      campaignId: id,
      description: segment.description,
      date,
      salespersonCode: salesperson,
      memberId: run.requestedBy,
      loggedSegmentId,
      segmentNo: segment.no,
    });
  }
  return ofLines.map(({ id }) => id);
}

/**
 * One interaction per line, in line order, as one statement; each says what its line says, from the header or of its
 * own. E-mail is left blank for a contact without an address (`domain.md` §4.8 step 4).
 * @returns how many were written
 */
async function writeInteractions(
  ctx: TransactionContext,
  { run, segment, content: { header, send } }: Wanted,
  loggedSegmentId: number,
): Promise<number> {
  const { workspaceId } = ctx;
  const value = await readLineValues(ctx, segment.id, header);
  const type = value('correspondenceType');
  const campaign = value('campaignNo');
  const result = await ctx.tx.execute(sql`
    insert into interaction_log_entries (
      workspace_id, contact_id, company_id, date, time_of_interaction, description, subject,
      interaction_group_code, interaction_template_code, information_flow, initiated_by, correspondence_type,
      language_code, attachment_id, salesperson_code, cost, duration, evaluation, attempt_failed,
      campaign_target, campaign_response, campaign_id, campaign_entry_id,
      logged_segment_id, member_id, logged_at, delivery_status
    )
    select c.workspace_id, c.id, c.company_id, ${value('date')}, ${value('time')}::time, ${value('description')},
      ${value('subject')}, ${value('groupCode')}, ${value('templateCode')}, ${value('informationFlow')},
      ${value('initiatedBy')}, case when ${type} = 'email' and c.email = '' then '' else ${type} end,
      ${value('languageCode')}, ${value('attachmentId')}, ${value('salespersonCode')}, ${value('cost')}, ${value('duration')},
      ${value('evaluation')}, ${value('attemptFailed')},
      ${campaign} is not null and ${value('campaignTarget')}, ${campaign} is not null and ${value('campaignResponse')},
      ce.campaign_id, ce.id,
      ${loggedSegmentId}::bigint, ${run.requestedBy}::bigint, ${ctx.now().toISOString()}::timestamptz,
      ${send ? sql`case when ${type} = '' then '' else 'in-progress' end` : sql`''`}
    from segment_lines l
    join contacts c on c.workspace_id = ${workspaceId} and c.id = l.contact_id
    left join (
      select ce.id, ce.campaign_id, cp.no from campaign_entries ce
      join campaigns cp on cp.workspace_id = ce.workspace_id and cp.id = ce.campaign_id
      where ce.workspace_id = ${workspaceId} and ce.logged_segment_id = ${loggedSegmentId}
    ) ce on ce.no = ${campaign}
    where l.workspace_id = ${workspaceId} and l.segment_id = ${segment.id} and l.live
    order by l.line_no`);
  return result.count;
}
