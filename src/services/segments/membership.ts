import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { matchedRows, selectedContacts } from './matching.ts';
import type { Counts, StepInput } from './types.ts';

/** What a statement did to the lines. */
export interface LineChange {
  added: Counts;
  removed: Counts;
  /** The highest line number in use. */
  lastLineNo: number;
}

interface Target {
  segmentId: number;
  stepNo: number;
  lastLineNo: number;
}

const figures = z.array(
  z.object({ companies: z.coerce.number(), people: z.coerce.number(), last: z.coerce.number().nullable() }),
);

const NONE: Counts = { companies: 0, people: 0 };

/** Carries out one step on the lines, as one statement, whatever the number of contacts. */
export function changeLines(ctx: TransactionContext, target: Target, input: StepInput): Promise<LineChange> {
  switch (input.kind) {
    case 'add':
      return addLines(ctx, target, input);
    case 'reduce':
    case 'refine':
      return removeLines(ctx, target, input);
    case 'reuse-logged':
      return reuseLines(ctx, target, input.loggedSegmentId);
  }
}

/** New lines stand in order of company, the company before its people, then name (`domain.md` §4.2 step 7). */
const lineOrder = sql`lower(c.company_name) collate "C", c.company_id, c.type, lower(c.name) collate "C", c.no`;

/** A contact's next copy number: 0 unless it is on the segment and may be added again. */
const nextCopy = (ctx: TransactionContext, target: Target, allowExisting: boolean) =>
  allowExisting
    ? sql`coalesce((
        select max(l.copy) + 1 from segment_lines l
        where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${target.segmentId}
          and l.contact_id = c.id and l.live
      ), 0)`
    : sql`0`;

async function addLines(
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
        select c.workspace_id, ${target.segmentId}::bigint,
          ${target.lastLineNo}::bigint + row_number() over (order by ${lineOrder}),
          c.id, ${nextCopy(ctx, target, input.options.allowExisting)}, c.type = 'company', true,
          ${target.stepNo}::integer
        from (${matchedRows(workspaceId, input.criteria, input.options)}) c
        on conflict (workspace_id, segment_id, contact_id, copy) where live do nothing
        returning line_no, is_company
      )
      select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people,
        max(line_no) as last
      from inserted`),
  );
}

/** One line per interaction of the logged segment, in entry order, doubles included (`domain.md` §4.6). */
async function reuseLines(
  ctx: TransactionContext,
  target: Target,
  loggedSegmentId: number,
): Promise<LineChange> {
  const { workspaceId } = ctx;
  return added(
    target,
    await ctx.tx.execute(sql`
      with entries as (
        select e.contact_id, row_number() over (order by e.id) as position,
          row_number() over (partition by e.contact_id order by e.id) - 1 as earlier
        from interaction_log_entries e
        where e.workspace_id = ${workspaceId} and e.logged_segment_id = ${loggedSegmentId}
      ), inserted as (
        insert into segment_lines
          (workspace_id, segment_id, line_no, contact_id, copy, is_company, live, added_step)
        select c.workspace_id, ${target.segmentId}::bigint, ${target.lastLineNo}::bigint + entries.position, c.id,
          ${nextCopy(ctx, target, true)} + entries.earlier, c.type = 'company', true, ${target.stepNo}::integer
        from entries
        join contacts c on c.workspace_id = ${workspaceId} and c.id = entries.contact_id
        returning line_no, is_company
      )
      select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people,
        max(line_no) as last
      from inserted`),
  );
}

function added(target: Target, rows: unknown): LineChange {
  const [row] = figures.parse(rows);
  return {
    added: { companies: row?.companies ?? 0, people: row?.people ?? 0 },
    removed: NONE,
    lastLineNo: row?.last ?? target.lastLineNo,
  };
}

/** Reduce takes the selected contacts away, refine all others; doubled lines go together (`domain.md` §4.3). */
async function removeLines(
  ctx: TransactionContext,
  target: Target,
  input: Extract<StepInput, { kind: 'reduce' | 'refine' }>,
): Promise<LineChange> {
  const { workspaceId } = ctx;
  const chosen = sql`select id from (${selectedContacts(workspaceId, input.criteria, input.options)}) selected`;
  const rows = await ctx.tx.execute(sql`
    with removed as (
      update segment_lines l set live = false, removed_step = ${target.stepNo}::integer
      where l.workspace_id = ${workspaceId} and l.segment_id = ${target.segmentId} and l.live
        and ${input.kind === 'reduce' ? sql`` : sql`not`} exists (
          select from (${chosen}) chosen where chosen.id = l.contact_id)
      returning l.is_company
    )
    select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people,
      null as last
    from removed`);
  const [row] = figures.parse(rows);
  return {
    added: NONE,
    removed: { companies: row?.companies ?? 0, people: row?.people ?? 0 },
    lastLineNo: target.lastLineNo,
  };
}
