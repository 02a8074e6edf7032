import { and, eq } from 'drizzle-orm';
import type { Context } from '../../core/context.ts';
import { executor } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { logRuns, segments } from '../../db/schema/index.ts';
import { failRun } from './fail-run.ts';

/** Ends a run that failed again and again for an unknown reason, so that the segment can be used again. */
export async function giveUpLogging(
  ctx: Context,
  input: { runId: number; reference: string },
): Promise<void> {
  const [row] = await executor(ctx)
    .select({ no: segments.no })
    .from(logRuns)
    .innerJoin(
      segments,
      and(eq(segments.workspaceId, logRuns.workspaceId), eq(segments.id, logRuns.segmentId)),
    )
    .where(and(eq(logRuns.workspaceId, ctx.workspaceId), eq(logRuns.id, input.runId)));
  const { reference } = input;
  await failRun(ctx, input.runId, new ConflictError('logging_failed', { no: row?.no ?? '', reference }));
}
