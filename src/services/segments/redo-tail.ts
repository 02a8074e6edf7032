import { sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import type { SegmentRow } from './lock-segment.ts';

/**
 * Forgets the steps that were undone, because a new one takes their place; they can be redone no more.
 * @returns the highest line number still in use
 */
export async function dropRedoTail(ctx: TransactionContext, segment: SegmentRow): Promise<number> {
  const { id, currentStep, lastStep, lastLineNo } = segment;
  if (currentStep === lastStep) return lastLineNo;
  const ofSegment = sql`workspace_id = ${ctx.workspaceId} and segment_id = ${id}`;
  await ctx.tx.execute(
    sql`update segment_lines set removed_step = null where ${ofSegment} and removed_step > ${currentStep}`,
  );
  const dropped = await ctx.tx.execute<{ first: string }>(sql`
    with dropped as (delete from segment_steps where ${ofSegment} and no > ${currentStep} returning first_line_no)
    select min(first_line_no) as first from dropped`);
  const keep = Number(dropped[0]?.first ?? lastLineNo + 1) - 1;
  await ctx.tx.execute(sql`delete from segment_lines where ${ofSegment} and line_no > ${keep}`);
  return keep;
}
