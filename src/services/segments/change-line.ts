import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { readHeaderValues } from './header-values.ts';
import { type LineChange, NONE, type Target } from './membership.ts';
import { resolveLine } from './resolve-line.ts';
import type { StepInput } from './types.ts';

const delta = z.object({ cost: z.string(), duration: z.coerce.number() });

/** Gives one line values of its own, or back those of the header, and keeps what it had. */
export async function changeLine(
  ctx: TransactionContext,
  target: Target,
  input: Extract<StepInput, { kind: 'edit-line' }>,
): Promise<LineChange> {
  const { segment, stepNo, lastLineNo } = target;
  const header = await readHeaderValues(ctx, segment);
  const { before, after } = await resolveLine(ctx, segment, header, input);
  const key = sql`workspace_id = ${ctx.workspaceId} and segment_id = ${segment.id} and line_no = ${input.lineNo}`;
  await ctx.tx.execute(sql`update segment_lines set own = ${asJson(after)}::text::jsonb where ${key}`);
  await ctx.tx.execute(sql`
    insert into segment_line_edits (workspace_id, segment_id, step_no, line_no, before, after)
    values (${ctx.workspaceId}, ${segment.id}, ${stepNo}, ${input.lineNo},
      ${asJson(before)}::text::jsonb, ${asJson(after)}::text::jsonb)`);
  const costs = (own: Record<string, unknown>) => String(own.cost ?? segment.unitCost);
  const minutes = (own: Record<string, unknown>) => Number(own.duration ?? segment.unitDuration);
  const [row] = await ctx.tx.execute(sql`
    select (${costs(after)}::numeric(18, 2) - ${costs(before)}::numeric(18, 2))::text as cost,
      ${minutes(after)}::bigint - ${minutes(before)}::bigint as duration`);
  return { added: NONE, removed: NONE, lastLineNo, ...delta.parse(row), fields: ['lines'] };
}

/** Nothing of its own is null, so that the index of edited lines holds only those. */
const asJson = (own: Record<string, unknown>): string | null =>
  Object.keys(own).length === 0 ? null : JSON.stringify(own);
