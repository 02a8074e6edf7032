import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { selectedContacts } from './matching.ts';
import { type LineChange, NONE, type Target } from './membership.ts';
import type { StepInput } from './types.ts';

/** Reduce takes the selected contacts away, refine all others; doubled lines go together (`domain.md` §4.3). */
export function removeByCriteria(
  ctx: TransactionContext,
  target: Target,
  input: Extract<StepInput, { kind: 'reduce' | 'refine' }>,
): Promise<LineChange> {
  const chosen = sql`select id from (${selectedContacts(ctx.workspaceId, input.criteria, input.options)}) selected`;
  const not = input.kind === 'reduce' ? sql`` : sql`not`;
  return removeLines(
    ctx,
    target,
    sql`${not} exists (select from (${chosen}) chosen where chosen.id = l.contact_id)`,
  );
}

const figures = z.object({
  companies: z.coerce.number(),
  people: z.coerce.number(),
  cost: z.string(),
  duration: z.coerce.number(),
});

/** Takes away the live lines `l` that meet the condition, with what they cost. */
export async function removeLines(
  ctx: TransactionContext,
  target: Target,
  condition: SQL,
): Promise<LineChange> {
  const { segment, stepNo, lastLineNo } = target;
  const [row] = await ctx.tx.execute(sql`
    with removed as (
      update segment_lines l set live = false, removed_step = ${stepNo}::integer
      where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${segment.id} and l.live and ${condition}
      returning l.is_company, l.own
    )
    select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people,
      (-coalesce(sum(coalesce((own ->> 'cost')::numeric(18, 2), ${segment.unitCost}::numeric(18, 2))), 0))::text as cost,
      -coalesce(sum(coalesce((own ->> 'duration')::integer, ${segment.unitDuration}::integer)), 0) as duration
    from removed`);
  const { companies, people, cost, duration } = figures.parse(row);
  return { added: NONE, removed: { companies, people }, lastLineNo, cost, duration };
}
