import { and, eq, inArray } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { refreshPosts } from '../../core/posts.ts';
import { loggedSegments, logRuns } from '../../db/schema/index.ts';
import { doneRun } from './done-run.ts';

/** The messages to whoever asked for these logs say anew what became of them. */
export async function refreshRuns(ctx: TransactionContext, loggedSegmentIds: number[]): Promise<void> {
  const runs = await ctx.tx
    .select({ id: logRuns.id })
    .from(loggedSegments)
    .innerJoin(logRuns, doneRun)
    .where(
      and(eq(loggedSegments.workspaceId, ctx.workspaceId), inArray(loggedSegments.id, loggedSegmentIds)),
    );
  for (const { id } of runs) await refreshPosts(ctx, `run:${id}`);
}
