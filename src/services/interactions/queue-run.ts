import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import { enqueue } from '../../core/jobs.ts';

/** A job that fails this often has tried for some two hours (waits grow to e^10 s); then a person is told. */
const ATTEMPTS = 10;

/** Has a job carry out a run, in the transaction that writes the run. */
export const queueRun = (ctx: TransactionContext, run: { id: number; segmentId: number }): Promise<void> =>
  enqueue(
    ctx.tx,
    'log-segment',
    { workspaceId: ctx.workspaceId, runId: run.id },
    {
      queue: `${ctx.workspaceId}:segment:${run.segmentId}`,
      key: `log-run:${ctx.workspaceId}:${run.id}`,
      maxAttempts: ATTEMPTS,
    },
  );

const runs = z.array(z.object({ id: z.coerce.number(), segment_id: z.coerce.number() }));

/**
 * Queues runs again whose job was given up without an answer, as when the store was away for hours.
 * @returns how many
 */
export function requeueRuns(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (inner) => {
    const found = await inner.tx.execute(sql`
      select r.id, r.segment_id from log_runs r
      where r.workspace_id = ${ctx.workspaceId} and r.status = 'queued'
        and not exists (
          select from graphile_worker.jobs j
          where j.key = 'log-run:' || r.workspace_id || ':' || r.id and j.attempts < j.max_attempts
        )`);
    const stranded = runs.parse(found);
    for (const { id, segment_id: segmentId } of stranded) await queueRun(inner, { id, segmentId });
    return stranded.length;
  });
}
