import { postContent } from '../../core/posts.ts';
import { safeError } from '../../core/safe-error.ts';
import type { DuePost } from '../../services/delivery/due-post.ts';
import { failPost } from '../../services/delivery/fail-post.ts';
import { clearAttempt, markAttempted, markPosted } from '../../services/delivery/mark-post.ts';
import type { Delivery } from './delivery.ts';
import { problemOf } from './problems.ts';
import { sendFile } from './send-file.ts';
import { sendMessage } from './send-message.ts';
import type { RenderedPost } from './types.ts';

/** A post that cannot be put into words so often is given up, so that it does not hold up those behind it. */
const RENDER_ATTEMPTS = 5;
/** Waits between attempts double up to this, so that a channel is back within a minute of Slack. */
const LONGEST_WAIT_S = 60;
/** An admin has to act; until then all posts stay where they are. */
const INSTALLATION_WAIT_S = 600;

/**
 * Sends one post.
 * @returns seconds to wait before the channel goes on, or undefined when it may go on at once
 */
export async function deliverPost(delivery: Delivery, post: DuePost): Promise<number | undefined> {
  const { ctx, log } = delivery;
  if (post.parent?.status === 'failed' && post.parent.slackTs === null) {
    await failPost(ctx, post, 'parent_failed');
    return undefined;
  }
  const rendered = await render(delivery, post);
  if (!rendered) return undefined;
  try {
    if (rendered.kind === 'file') await sendFile(delivery, post, rendered);
    else await sendMessage(delivery, post, rendered);
    return undefined;
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    log.warn({ post: post.id, problem }, 'Slack did not take a post');
    // What an earlier attempt came to stays open, whatever this one met with.
    if (problem.kind !== 'unknown' && post.attemptedAt === null) await clearAttempt(ctx, post.id);
    switch (problem.kind) {
      case 'busy':
        return problem.seconds;
      case 'installation':
        // Messages are the least the app may do; without the right to share files they go on.
        if (rendered.kind !== 'file' || problem.error !== 'missing_scope') return INSTALLATION_WAIT_S;
        await failPost(ctx, post, problem.error);
        return undefined;
      case 'unknown':
        return Math.min(LONGEST_WAIT_S, 2 ** Math.min(post.attempts, 10));
      case 'final':
        await failPost(ctx, post, problem.error);
        return undefined;
    }
  }
}

type Sendable = Exclude<RenderedPost, { kind: 'gone' }>;

/** @returns undefined when there is nothing to send: the post is done with */
async function render(delivery: Delivery, post: DuePost): Promise<Sendable | undefined> {
  const { ctx, log } = delivery;
  try {
    const rendered = await delivery.render(ctx, postContent.parse(post.content));
    if (rendered.kind !== 'gone') return rendered;
  } catch (error) {
    log.error({ post: post.id, error: safeError(error) }, 'A post could not be put into words');
    if (post.attempts + 1 < RENDER_ATTEMPTS) {
      await markAttempted(ctx, post.id);
      if (post.attemptedAt === null) await clearAttempt(ctx, post.id);
      throw error;
    }
    await failPost(ctx, post, 'render_failed');
    return undefined;
  }
  if (post.postedRevision > 0) await markPosted(ctx, post);
  else await failPost(ctx, post, 'gone');
  return undefined;
}
