import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import {
  approvalName,
  changedFields,
  type HeaderValues,
  headerValues,
  readHeaderValues,
} from './header-values.ts';
import type { SegmentRow } from './lock-segment.ts';
import { type Saved, saveChange } from './save-change.ts';
import type { Counts } from './types.ts';

export interface Moved extends Saved {
  added: Counts;
  removed: Counts;
}

/** The steps between where the segment stands and where it goes. */
interface Way {
  segment: SegmentRow;
  to: number;
  /** Steps after `low`, up to `high`. */
  low: number;
  high: number;
  /** Lines that these steps added. */
  lines: { after: number; upTo: number };
  cost: string;
  duration: number;
  edits: boolean;
  headers: boolean;
}

/**
 * Undoes or redoes as many steps as it takes until `to` is the last that counts: the same lines with their numbers,
 * edits and header fields come and go. Costs what these steps changed, in the same few statements however many.
 */
export async function moveToStep(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  to: number,
  change: 'undo' | 'redo' | 'go-to',
): Promise<Moved> {
  const way = await readWay(ctx, segment, to);
  // In this order: a contact that was taken away and added again has two lines, of which one may be live.
  const removed = await switchLines(ctx, way, false);
  const added = await switchLines(ctx, way, true);
  if (way.edits) await switchEdits(ctx, way);
  const header = way.headers ? await headerAt(ctx, way) : undefined;
  const changed = header ? changedFields(await readHeaderValues(ctx, segment), header) : [];
  const saved = await saveChange(ctx, segment, {
    change,
    added,
    removed,
    cost: way.cost,
    duration: way.duration,
    header,
    fields: [...changed.map(approvalName), ...(way.edits ? ['lines'] : [])],
    currentStep: to,
    lastStep: segment.lastStep,
    lastLineNo: segment.lastLineNo,
  });
  return { ...saved, added, removed };
}

const figures = z.object({
  after: z.coerce.number(),
  up_to: z.coerce.number(),
  cost: z.string(),
  duration: z.coerce.number(),
  edits: z.boolean(),
  headers: z.boolean(),
});

async function readWay(ctx: TransactionContext, segment: SegmentRow, to: number): Promise<Way> {
  const low = Math.min(to, segment.currentStep);
  const high = Math.max(to, segment.currentStep);
  const sign = to < segment.currentStep ? sql`-` : sql``;
  const steps = sql`workspace_id = ${ctx.workspaceId} and segment_id = ${segment.id}`;
  const [row] = await ctx.tx.execute(sql`
    select coalesce(min(first_line_no) - 1, 0) as after, coalesce(max(last_line_no), 0) as up_to,
      (${sign}coalesce(sum(cost), 0))::text as cost, ${sign}coalesce(sum(duration), 0) as duration,
      coalesce(bool_or(header_after is not null), false) as headers,
      exists (
        select from segment_line_edits where ${steps} and step_no > ${low} and step_no <= ${high}
      ) as edits
    from segment_steps where ${steps} and no > ${low} and no <= ${high}`);
  const { after, up_to: upTo, ...rest } = figures.parse(row);
  return { segment, to, low, high, lines: { after, upTo }, ...rest };
}

const counts = z.object({ companies: z.coerce.number(), people: z.coerce.number() });

/** Makes those lines live, or no more live, that these steps touched and that are to be so at the step gone to. */
async function switchLines(ctx: TransactionContext, way: Way, live: boolean): Promise<Counts> {
  const { segment, to, low, high, lines } = way;
  const there = sql`(added_step <= ${to} and (removed_step is null or removed_step > ${to}))`;
  const [row] = await ctx.tx.execute(sql`
    with switched as (
      update segment_lines set live = ${live}
      where workspace_id = ${ctx.workspaceId} and segment_id = ${segment.id} and live <> ${live}
        and ((line_no > ${lines.after} and line_no <= ${lines.upTo}) or (removed_step > ${low} and removed_step <= ${high}))
        and ${live ? there : sql`not ${there}`}
      returning is_company
    )
    select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people
    from switched`);
  return counts.parse(row);
}

/** Lines have again what they had of their own at the step gone to. */
async function switchEdits(ctx: TransactionContext, way: Way): Promise<void> {
  const { segment, low, high, to } = way;
  const ofSegment = (table: SQL) =>
    sql`${table}.workspace_id = ${ctx.workspaceId} and ${table}.segment_id = ${segment.id}`;
  const back = to < segment.currentStep;
  await ctx.tx.execute(sql`
    update segment_lines l set own = edits.own
    from (
      select distinct on (e.line_no) e.line_no, ${back ? sql`e.before` : sql`e.after`} as own
      from segment_line_edits e
      where ${ofSegment(sql`e`)} and e.step_no > ${low} and e.step_no <= ${high}
      order by e.line_no, e.step_no ${back ? sql`asc` : sql`desc`}
    ) edits
    where ${ofSegment(sql`l`)} and l.line_no = edits.line_no`);
}

/** The header as it was at the step gone to. */
async function headerAt(ctx: TransactionContext, way: Way): Promise<HeaderValues> {
  const { segment, low, high, to } = way;
  const back = to < segment.currentStep;
  const [row] = await ctx.tx.execute(sql`
    select ${back ? sql`header_before` : sql`header_after`} as header
    from segment_steps
    where workspace_id = ${ctx.workspaceId} and segment_id = ${segment.id} and no > ${low} and no <= ${high}
      and header_after is not null
    order by no ${back ? sql`asc` : sql`desc`} limit 1`);
  return headerValues.parse(row?.header);
}
