import { type DuePost, directChannel } from '../../services/delivery/due-post.ts';
import { markAttempted, markPosted } from '../../services/delivery/mark-post.ts';
import type { Delivery } from './delivery.ts';
import { findPosted, metadataOf, type Place } from './find-posted.ts';
import { problemOf } from './problems.ts';
import type { RenderedPost } from './types.ts';

type Message = Extract<RenderedPost, { kind: 'message' }>;

/** Direct messages are addressed by the member's id; Slack answers with their `D…` channel. */
export const isDirect = (channel: string): boolean => /^[UW]/.test(channel);

/** Posts a message, or edits the one that stands. Throws what Slack answers when it did not work. */
export async function sendMessage(delivery: Delivery, post: DuePost, message: Message): Promise<void> {
  const { client, ctx } = delivery;
  if (post.slackTs !== null && post.slackChannel !== null) {
    await editMessage(delivery, post, { channel: post.slackChannel, ts: post.slackTs }, message);
    return;
  }
  const place = await placeOf(delivery, post);
  if (post.attemptedAt && (await stands(delivery, post, post.attemptedAt, place))) return;
  await markAttempted(ctx, post.id);
  const answer = await client.chat.postMessage({
    channel: place?.channel ?? post.channel,
    text: message.text,
    blocks: message.blocks,
    metadata: metadataOf(post.id),
    unfurl_links: false,
    unfurl_media: false,
    ...(place?.threadTs === undefined ? {} : { thread_ts: place.threadTs }),
  });
  await markPosted(ctx, post, {
    ...(answer.channel ? { slackChannel: answer.channel } : {}),
    ...(answer.ts ? { slackTs: answer.ts } : {}),
  });
}

/** Where the post belongs: under its parent, else in the channel; undefined for a first direct message. */
export async function placeOf({ ctx }: Delivery, post: DuePost): Promise<Place | undefined> {
  const { parent } = post;
  if (parent?.slackChannel && parent.slackTs)
    return { channel: parent.slackChannel, threadTs: parent.slackTs };
  if (!isDirect(post.channel)) return { channel: post.channel };
  const channel = await directChannel(ctx, post.channel);
  return channel === undefined ? undefined : { channel };
}

/**
 * Whether a post that was attempted before is there after all. What stands may show an older revision, so it is due
 * for an edit then.
 */
async function stands(
  { client, ctx, log }: Delivery,
  post: DuePost,
  attemptedAt: Date,
  place: Place | undefined,
): Promise<boolean> {
  if (!place) {
    log.warn({ post: post.id }, 'A direct message may show twice: where the first one went is not known');
    return false;
  }
  const search = await findPosted(client, place, { id: post.id, attemptedAt });
  if (search.found === true) {
    // Which revision stands there is not known; an edit makes sure.
    await markPosted(
      ctx,
      { id: post.id, revision: post.revision - 1 },
      { slackChannel: place.channel, slackTs: search.ts },
    );
    return true;
  }
  if (search.found === 'unknown') {
    log.warn({ post: post.id, error: search.error }, 'A post may show twice: the channel cannot be read');
  }
  return false;
}

async function editMessage(
  { client, ctx, log }: Delivery,
  post: DuePost,
  at: { channel: string; ts: string },
  message: Message,
): Promise<void> {
  try {
    await client.chat.update({
      ...at,
      text: message.text,
      blocks: message.blocks,
      metadata: metadataOf(post.id),
    });
  } catch (error) {
    const problem = problemOf(error);
    if (problem?.kind !== 'final') throw error;
    // Deleted, too old to edit, or the channel is gone: it was said once, saying it again would not help.
    log.warn({ post: post.id, error: problem.error }, 'A message could not be brought up to date');
  }
  await markPosted(ctx, post);
}
