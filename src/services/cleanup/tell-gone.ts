import { and, eq, inArray } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import type { PostSubject } from '../../core/posts.ts';
import { followUpProposals } from '../../db/schema/index.ts';
import { replacePosts } from '../delivery/replace-posts.ts';
import { refreshRuns } from '../interactions/refresh-runs.ts';
import { refreshCards } from '../segments/refresh-cards.ts';

interface Deleted {
  id: number;
  segmentId: number;
}

/**
 * Has everything that was told of a logged segment say that it is gone, so that no button leads to it any more: to be
 * asked for before it is deleted.
 */
export async function tellLogGone(ctx: TransactionContext, logged: Deleted): Promise<void> {
  const { id, segmentId } = logged;
  const subjects: PostSubject[] = [`logged-segment:${id}`, ...(await openProposals(ctx, id))];
  const shown = { subjects, kinds: ['logged-segment' as const, 'follow-up' as const] };
  await replacePosts(ctx, shown, { kind: 'log-deleted', segmentId });
  await refreshRuns(ctx, [id]);
  await refreshCards(ctx, segmentId);
}

/** Proposals that nobody has answered go with the log; what came of the others is there still. */
async function openProposals(ctx: TransactionContext, loggedSegmentId: number): Promise<PostSubject[]> {
  const rows = await ctx.tx
    .select({ id: followUpProposals.id })
    .from(followUpProposals)
    .where(
      and(
        eq(followUpProposals.workspaceId, ctx.workspaceId),
        eq(followUpProposals.loggedSegmentId, loggedSegmentId),
        inArray(followUpProposals.status, ['waiting', 'proposed']),
      ),
    );
  return rows.map(({ id }) => `follow-up:${id}` as const);
}
