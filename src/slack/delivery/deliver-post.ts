import { postContent } from '../../core/posts.ts';
import { safeError } from '../../core/safe-error.ts';
import { clearChannelProblem } from '../../services/delivery/channel-problem.ts';
import type { DuePost } from '../../services/delivery/due-post.ts';
import { failPost } from '../../services/delivery/fail-post.ts';
import {
  clearAttempt,
  markAttempted,
  markPosted,
  markUnanswered,
} from '../../services/delivery/mark-post.ts';
import type { Delivery } from './delivery.ts';
import { problemOf } from './problems.ts';
import { sendFile } from './send-file.ts';
import { sendMessage } from './send-message.ts';
import { isTokenGone } from './token-gate.ts';
import type { RenderedPost } from './types.ts';

/** A post that cannot be put into words so often is given up, so that it does not hold up those behind it. */
const RENDER_ATTEMPTS = 5;
/** Waits between attempts double up to this, so that a channel is back within a minute of Slack. */
const LONGEST_WAIT_S = 60;
/** So long news is tried before what is behind it has its turn: Slack may be away for minutes, and order counts. */
const ASIDE_AFTER_MS = 10 * 60_000;
/** Of edits, order does not. */
const ASIDE_EDIT_ATTEMPTS = 4;
/** After some two hours of it, a file is not uploaded once more. */
const FILE_ATTEMPTS = 120;
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
  const isFile = rendered.kind === 'file';
  try {
    if (rendered.kind === 'file') await sendFile(delivery, post, rendered);
    else await sendMessage(delivery, post, rendered);
    if (post.postedRevision === 0) await clearChannelProblem(ctx, { ...post, isFile });
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
        if (isTokenGone(problem.error)) delivery.gate.close(problem.error);
        // Messages are the least the app may do; without the right to share files they go on.
        if (!isFile || problem.error !== 'missing_scope') return INSTALLATION_WAIT_S;
        await failPost(ctx, post, problem.error);
        return undefined;
      case 'unknown':
        return await unanswered(delivery, post, { error: problem.error, isFile });
      case 'final':
        await failPost(ctx, post, problem.error, isFile);
        return undefined;
    }
  }
}

/** Tries again later what may stand there or not, and which is looked for first then. */
async function unanswered(
  { ctx }: Delivery,
  post: DuePost,
  { error, isFile }: { error: string; isFile: boolean },
): Promise<number | undefined> {
  const wait = Math.min(LONGEST_WAIT_S, 2 ** Math.min(post.attempts, 10));
  const attempts = post.attempts + 1;
  if (isFile && attempts >= FILE_ATTEMPTS) {
    await failPost(ctx, post, error, isFile);
    return undefined;
  }
  const now = ctx.now().getTime();
  const aside =
    post.postedRevision > 0
      ? attempts >= ASIDE_EDIT_ATTEMPTS
      : post.attemptedAt !== null && now - post.attemptedAt.getTime() >= ASIDE_AFTER_MS;
  await markUnanswered(ctx, post, aside ? new Date(now + wait * 1000) : undefined);
  return aside ? undefined : wait;
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
