import type { TransactionContext } from '../../core/context.ts';
import { LIVE_EVERY_MS, refreshPosts } from '../../core/posts.ts';
import { tellListOf } from '../call-lists/tell.ts';

/**
 * Has every card of a segment that stands in a channel, and the message of its call list, shown as the segment is now.
 * Posts about `segment:` are another matter: an export is sent once.
 */
export async function refreshCards(ctx: TransactionContext, segmentId: number): Promise<void> {
  await refreshPosts(ctx, `segment-card:${segmentId}`, { every: LIVE_EVERY_MS });
  await tellListOf(ctx, segmentId);
}
