import { type Context, inTransaction } from '../../core/context.ts';
import { postContent } from '../../core/posts.ts';
import { finishSending } from '../sending/finish.ts';
import { handedTypes } from '../sending/hand-over.ts';
import { markPosted } from './mark-post.ts';

/**
 * A file is in the hands of whom it is for, with what follows from that: both are noted or none, and then the next
 * attempt finds the file and notes them.
 */
export function markFilePosted(
  ctx: Context,
  post: { id: number; revision: number; content: unknown },
  place: { slackChannel?: string } = {},
): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    await finish(inner, post.content);
    await markPosted(inner, post, place);
  });
}

async function finish(ctx: Context, ofPost: unknown): Promise<void> {
  const content = postContent.safeParse(ofPost);
  if (!content.success || content.data.kind !== 'log-attachments') return;
  const { loggedSegmentId, emails } = content.data;
  await finishSending(ctx, { loggedSegmentId, types: handedTypes(emails), status: '' });
}
