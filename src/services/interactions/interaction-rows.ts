import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import type { Evaluation } from '../segments/field-types.ts';

/** Where a page ended: the next one goes on behind that interaction. */
export const interactionCursor = z.object({ date: z.iso.date(), id: z.number().int() });
export type InteractionCursor = z.infer<typeof interactionCursor>;

const evaluations = ['', 'very-positive', 'positive', 'neutral', 'negative', 'very-negative'] as const;
const row = z.object({
  entryId: z.coerce.number(),
  date: z.string(),
  time: z.string(),
  contactNo: z.string(),
  contactName: z.string(),
  companyName: z.string(),
  description: z.string(),
  subject: z.string(),
  templateCode: z.string(),
  templateName: z.string(),
  evaluation: z.enum(evaluations) satisfies z.ZodType<Evaluation>,
  attemptFailed: z.boolean(),
  salespersonCode: z.string(),
  loggedBy: z.string(),
  campaignNo: z.string(),
  loggedEntryNo: z.coerce.number().nullable(),
  segmentNo: z.string(),
  cost: z.string(),
  duration: z.coerce.number(),
  comments: z.coerce.number(),
  /** Blank: none came of it. */
  opportunityNo: z.string(),
  canceled: z.boolean(),
});

/** An interaction in a list. Money is a decimal string in the workspace's currency, the duration in minutes. */
export type InteractionRow = z.infer<typeof row>;

/** A page of the interactions that meet a condition on `e`, the latest first. */
export async function pageInteractions(
  ctx: Context,
  condition: SQL,
  { after, limit }: { after?: InteractionCursor | undefined; limit: number },
): Promise<InteractionRow[]> {
  const behind = after ? sql`and (e.date, e.id) < (${after.date}::date, ${after.id}::bigint)` : sql``;
  // The names are looked up for what is on the page only.
  const found = await executor(ctx).execute(sql`
    select e.id as "entryId", e.date::text as date, coalesce(to_char(e.time_of_interaction, 'HH24:MI'), '') as time,
      c.no as "contactNo", c.name as "contactName",
      case c.type when 'company' then '' else c.company_name end as "companyName",
      e.description, e.subject, e.interaction_template_code as "templateCode",
      coalesce(t.description, '') as "templateName", e.evaluation, e.attempt_failed as "attemptFailed",
      e.salesperson_code as "salespersonCode", coalesce(m.name, '') as "loggedBy", coalesce(k.no, '') as "campaignNo",
      g.entry_no as "loggedEntryNo", coalesce(g.segment_no, s.no, '') as "segmentNo", e.cost::text as cost, e.duration,
      (select count(*) from interaction_comments ic
        where ic.workspace_id = e.workspace_id and ic.entry_id = e.id) as comments,
      coalesce(o.no, '') as "opportunityNo", e.canceled
    from (
      select * from interaction_log_entries e where ${condition} ${behind}
      order by e.date desc, e.id desc limit ${limit}
    ) e
    join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
    left join interaction_templates t
      on t.workspace_id = e.workspace_id and t.code = e.interaction_template_code
    left join members m on m.workspace_id = e.workspace_id and m.id = e.member_id
    left join campaigns k on k.workspace_id = e.workspace_id and k.id = e.campaign_id
    left join logged_segments g on g.workspace_id = e.workspace_id and g.id = e.logged_segment_id
    left join segments s on s.workspace_id = e.workspace_id and s.id = e.segment_id
    left join opportunities o on o.workspace_id = e.workspace_id and o.entry_id = e.id
    order by e.date desc, e.id desc`);
  return z.array(row).parse(found);
}

/** Rows read at a time: few enough to hold, many enough that the round trips do not matter. */
const STREAM_PAGE = 2000;

/** All of them, however many, a page in memory at a time. */
export async function* streamInteractions(ctx: Context, condition: SQL): AsyncGenerator<InteractionRow> {
  for (let after: InteractionCursor | undefined; ; ) {
    const rows = await pageInteractions(ctx, condition, { after, limit: STREAM_PAGE });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < STREAM_PAGE) return;
    after = { date: last.date, id: last.entryId };
  }
}

const totals = z.object({ count: z.coerce.number(), cost: z.string(), duration: z.coerce.number() });

export interface InteractionTotals {
  count: number;
  cost: string;
  duration: number;
  /** There are more than were counted; the figures are those of the counted ones. */
  more: boolean;
}

/** Number, cost and duration of those that meet a condition on `e`, of at most so many. */
export async function totalInteractions(
  ctx: Context,
  condition: SQL,
  cap: number,
): Promise<InteractionTotals> {
  const [found] = await executor(ctx).execute(sql`
    select count(*) as count, coalesce(sum(cost), 0)::text as cost, coalesce(sum(duration), 0) as duration
    from (select e.cost, e.duration from interaction_log_entries e where ${condition} limit ${cap + 1}) counted`);
  const { count, ...sums } = totals.parse(found);
  return { count: Math.min(count, cap), ...sums, more: count > cap };
}
