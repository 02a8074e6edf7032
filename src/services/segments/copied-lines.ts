import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { added, type LineChange, nextCopy, type Target } from './membership.ts';

const total = z.array(z.object({ cost: z.string(), duration: z.coerce.number() }));

/** The lines of another segment, in their order, doubles and values of their own included. */
export async function copyLines(ctx: TransactionContext, target: Target, from: string): Promise<LineChange> {
  const { workspaceId } = ctx;
  const { segment, stepNo, lastLineNo } = target;
  const change = added(
    target,
    await ctx.tx.execute(sql`
      with source as (
        select l.*, row_number() over (order by l.line_no) as position,
          row_number() over (partition by l.contact_id order by l.line_no) - 1 as earlier
        from segment_lines l
        join segments s on s.workspace_id = l.workspace_id and s.id = l.segment_id
        where l.workspace_id = ${workspaceId} and s.no = ${from} and l.live
      ), inserted as (
        insert into segment_lines
          (workspace_id, segment_id, line_no, contact_id, copy, is_company, live, added_step, own)
        select c.workspace_id, ${segment.id}::bigint, ${lastLineNo}::bigint + source.position, c.id,
          ${nextCopy(ctx, target, true)} + source.earlier, source.is_company, true, ${stepNo}::integer, source.own
        from source join contacts c on c.workspace_id = ${workspaceId} and c.id = source.contact_id
        returning line_no, is_company
      )
      select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people,
        max(line_no) as last
      from inserted`),
  );
  // Lines may have costs and durations of their own.
  const [sums] = total.parse(
    await ctx.tx.execute(sql`
      select coalesce(sum(coalesce((l.own->>'cost')::numeric, ${segment.unitCost}::numeric)), 0)::text as cost,
        coalesce(sum(coalesce((l.own->>'duration')::bigint, ${segment.unitDuration}::bigint)), 0) as duration
      from segment_lines l
      where l.workspace_id = ${workspaceId} and l.segment_id = ${segment.id} and l.line_no > ${lastLineNo}`),
  );
  return { ...change, ...sums };
}

/** The contacts of a list of people that are not there yet, in the order of the list. */
export async function addListedLines(
  ctx: TransactionContext,
  target: Target,
  listId: number,
): Promise<LineChange> {
  const { workspaceId } = ctx;
  const { segment, stepNo, lastLineNo } = target;
  await ctx.tx.execute(
    sql`update people_lists set used = true where workspace_id = ${workspaceId} and id = ${listId}`,
  );
  return added(
    target,
    await ctx.tx.execute(sql`
      with listed as (
        select entry.id, entry.position from people_lists p
        cross join lateral unnest(p.contact_ids) with ordinality as entry (id, position)
        where p.workspace_id = ${workspaceId} and p.id = ${listId}
      ), inserted as (
        insert into segment_lines
          (workspace_id, segment_id, line_no, contact_id, copy, is_company, live, added_step)
        select c.workspace_id, ${segment.id}::bigint,
          ${lastLineNo}::bigint + row_number() over (order by listed.position),
          c.id, 0, c.type = 'company', true, ${stepNo}::integer
        from listed join contacts c on c.workspace_id = ${workspaceId} and c.id = listed.id
        where not exists (
          select from segment_lines l
          where l.workspace_id = ${workspaceId} and l.segment_id = ${segment.id} and l.contact_id = c.id and l.live
        )
        returning line_no, is_company
      )
      select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people,
        max(line_no) as last
      from inserted`),
  );
}
