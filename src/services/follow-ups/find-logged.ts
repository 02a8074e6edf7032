import { and, eq, sql } from 'drizzle-orm';
import { type Context, executor, type TransactionContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { refreshPosts } from '../../core/posts.ts';
import { loggedSegments, segments } from '../../db/schema/index.ts';
import { refreshRuns } from '../interactions/refresh-runs.ts';

/** A logged segment and the segment that it was. @throws NotFoundError logged_segment_not_found */
export async function findLogged(ctx: Context, wanted: { entryNo: number } | { id: number }) {
  const [row] = await executor(ctx)
    .select({ logged: loggedSegments, segment: segments })
    .from(loggedSegments)
    .innerJoin(
      segments,
      and(eq(segments.workspaceId, loggedSegments.workspaceId), eq(segments.id, loggedSegments.segmentId)),
    )
    .where(
      and(
        eq(loggedSegments.workspaceId, ctx.workspaceId),
        'id' in wanted ? eq(loggedSegments.id, wanted.id) : eq(loggedSegments.entryNo, wanted.entryNo),
      ),
    );
  if (!row) {
    throw new NotFoundError('logged_segment_not_found', { no: 'id' in wanted ? wanted.id : wanted.entryNo });
  }
  return row;
}

/** Has what was told of a logged segment name its follow-up: in the channel, and to whoever logged it. */
export async function tellOfFollowUp(ctx: TransactionContext, logged: { id: number }): Promise<void> {
  const isParent = sql`status <> 'failed' and content->>'kind' = 'logged-segment'`;
  await refreshPosts(ctx, `logged-segment:${logged.id}`, { only: isParent });
  await refreshRuns(ctx, [logged.id]);
}
