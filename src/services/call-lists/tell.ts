import { and, eq } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { NOT_GIVEN_UP, type PostSubject, refreshPosts } from '../../core/posts.ts';
import { callLists } from '../../db/schema/index.ts';

/** People read the channel for other things, too. */
const PROGRESS_EVERY_MS = 20_000;

export const subjectOf = (list: { id: number }): PostSubject => `call-list:${list.id}`;

/** Has the channel's message about a call list edited, before long, or at once when somebody has come to the end. */
export const tellProgress = (
  ctx: TransactionContext,
  list: { id: number },
  { atOnce = false }: { atOnce?: boolean } = {},
): Promise<void> =>
  refreshPosts(ctx, subjectOf(list), atOnce ? { only: NOT_GIVEN_UP } : { every: PROGRESS_EVERY_MS });

/** The same after a change of the segment, which may end its call list or make it longer or shorter. */
export async function tellListOf(ctx: TransactionContext, segmentId: number): Promise<void> {
  const [list] = await ctx.tx
    .select({ id: callLists.id })
    .from(callLists)
    .where(and(eq(callLists.workspaceId, ctx.workspaceId), eq(callLists.segmentId, segmentId)));
  if (list) await tellProgress(ctx, list);
}
