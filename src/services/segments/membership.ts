import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { timesMoney } from '../../core/money.ts';
import { hasOutcome, outcomesOf } from '../follow-ups/outcomes.ts';
import type { HeaderValues } from './header-values.ts';
import type { SegmentRow } from './lock-segment.ts';
import { matchedRows } from './matching.ts';
import type { Counts, StepInput } from './types.ts';

/** What a step did to the lines. */
export interface LineChange {
  added: Counts;
  removed: Counts;
  /** The highest line number in use. */
  lastLineNo: number;
  /** By how much the totals changed: a decimal string, and minutes. */
  cost: string;
  duration: number;
  /** The header's fields, if the step changed them. */
  header?: { before: HeaderValues; after: HeaderValues };
  /** What changed besides who is on the segment, as `ApprovalChange.fields` has it. */
  fields?: string[];
}

export interface Target {
  segment: SegmentRow;
  stepNo: number;
  lastLineNo: number;
}

export const NONE: Counts = { companies: 0, people: 0 };

/** New lines stand in order of company, the company before its people, then name (`domain.md` §4.2 step 7). */
export const lineOrder = sql`lower(c.company_name) collate "C", c.company_id, c.type, lower(c.name) collate "C", c.no`;

/** A contact's next copy number: 0 unless it is on the segment and may be added again. */
export const nextCopy = (ctx: TransactionContext, target: Target, allowExisting: boolean) =>
  allowExisting
    ? sql`coalesce((
        select max(l.copy) + 1 from segment_lines l
        where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${target.segment.id}
          and l.contact_id = c.id and l.live
      ), 0)`
    : sql`0`;

/** Who has only later lines left, because the first was removed by hand: the unique index does not know. */
const onlyDoubled = (ctx: TransactionContext, target: Target) =>
  sql`select l.contact_id from segment_lines l
    where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${target.segment.id} and l.live and l.copy > 0`;

/** Adds the contacts that a criteria step means. */
export async function addLines(
  ctx: TransactionContext,
  target: Target,
  input: Extract<StepInput, { kind: 'add' }>,
): Promise<LineChange> {
  const { workspaceId } = ctx;
  return added(
    target,
    await ctx.tx.execute(sql`
      with inserted as (
        insert into segment_lines
          (workspace_id, segment_id, line_no, contact_id, copy, is_company, live, added_step)
        select c.workspace_id, ${target.segment.id}::bigint,
          ${target.lastLineNo}::bigint + row_number() over (order by ${lineOrder}),
          c.id, ${nextCopy(ctx, target, input.options.allowExisting)}, c.type = 'company', true,
          ${target.stepNo}::integer
        from (${matchedRows(workspaceId, input.criteria, input.options)}) c
        ${input.options.allowExisting ? sql`` : sql`where c.id not in (${onlyDoubled(ctx, target)})`}
        on conflict (workspace_id, segment_id, contact_id, copy) where live do nothing
        returning line_no, is_company
      )
      select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people,
        max(line_no) as last
      from inserted`),
  );
}

/**
 * One line per interaction of the logged segment, in entry order, doubles included, each on the campaign that the
 * interaction was logged for, or on none (`domain.md` §4.6); or only of contacts with that outcome.
 */
export async function reuseLines(
  ctx: TransactionContext,
  target: Target,
  { loggedSegmentId, outcome }: Extract<StepInput, { kind: 'reuse-logged' }>,
): Promise<LineChange> {
  const { workspaceId } = ctx;
  const { segment } = target;
  const some = outcome
    ? sql`join (${outcomesOf(workspaceId, loggedSegmentId)}) o on o.contact_id = e.contact_id and ${hasOutcome(outcome)}`
    : sql``;
  return added(
    target,
    await ctx.tx.execute(sql`
      with entries as (
        select e.contact_id, row_number() over (order by e.id) as position,
          row_number() over (partition by e.contact_id order by e.id) - 1 as earlier,
          case when e.campaign_id is distinct from ${segment.campaignId}::bigint
            then jsonb_build_object('campaignNo', k.no) end as own
        from interaction_log_entries e ${some}
        left join campaigns k on k.workspace_id = e.workspace_id and k.id = e.campaign_id
        where e.workspace_id = ${workspaceId} and e.logged_segment_id = ${loggedSegmentId}
      ), inserted as (
        insert into segment_lines
          (workspace_id, segment_id, line_no, contact_id, copy, is_company, live, added_step, own)
        select c.workspace_id, ${segment.id}::bigint, ${target.lastLineNo}::bigint + entries.position, c.id,
          ${nextCopy(ctx, target, true)} + entries.earlier, c.type = 'company', true, ${target.stepNo}::integer,
          entries.own
        from entries
        join contacts c on c.workspace_id = ${workspaceId} and c.id = entries.contact_id
        returning line_no, is_company
      )
      select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people,
        max(line_no) as last
      from inserted`),
  );
}

const insertedFigures = z.array(
  z.object({ companies: z.coerce.number(), people: z.coerce.number(), last: z.coerce.number().nullable() }),
);

/** New lines have no cost or duration of their own yet: the totals grow by what the header says. */
export function added(target: Target, rows: unknown): LineChange {
  const [row] = insertedFigures.parse(rows);
  const counts = { companies: row?.companies ?? 0, people: row?.people ?? 0 };
  const { unitCost, unitDuration } = target.segment;
  const count = counts.companies + counts.people;
  return {
    added: counts,
    removed: NONE,
    lastLineNo: row?.last ?? target.lastLineNo,
    cost: timesMoney(unitCost, count),
    duration: unitDuration * count,
  };
}

/** Adds one contact by hand, as often as one likes (`domain.md` §4.4). */
export async function addContactLine(
  ctx: TransactionContext,
  target: Target,
  contactNo: string,
): Promise<LineChange> {
  return added(
    target,
    await ctx.tx.execute(sql`
      with inserted as (
        insert into segment_lines
          (workspace_id, segment_id, line_no, contact_id, copy, is_company, live, added_step)
        select c.workspace_id, ${target.segment.id}::bigint, ${target.lastLineNo}::bigint + 1, c.id,
          ${nextCopy(ctx, target, true)}, c.type = 'company', true, ${target.stepNo}::integer
        from contacts c
        where c.workspace_id = ${ctx.workspaceId} and c.no = ${contactNo}
        returning line_no, is_company
      )
      select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people,
        max(line_no) as last
      from inserted`),
  );
}
