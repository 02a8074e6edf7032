import { z } from 'zod';
import { type DuePost, directChannel } from '../../services/delivery/due-post.ts';
import { markFilePosted } from '../../services/delivery/mark-file-posted.ts';
import { keepPlace, markAttempted } from '../../services/delivery/mark-post.ts';
import type { Delivery } from './delivery.ts';
import { metadataOf, type Place } from './find-posted.ts';
import { problemOf, UploadError } from './problems.ts';
import { isDirect, placeOf } from './send-message.ts';
import type { RenderedPost } from './types.ts';

type File = Extract<RenderedPost, { kind: 'file' }>;

/** Bytes go to another server than the Web API's, which may take its time, and over a line that may be slow. */
const UPLOAD_TIMEOUT_MS = 60_000;
const SLOWEST_BYTES_PER_S = 50_000;

/** As long as an upload of so many bytes may take before its outcome counts as unknown. */
export const uploadTimeout = (bytes: number): number =>
  UPLOAD_TIMEOUT_MS + Math.ceil((bytes / SLOWEST_BYTES_PER_S) * 1000);

/** Slack shares a file some time after it has said so; so often a retry waits for it before it starts over. */
const LOOKS = 4;

/** Shares a file, once: a file is never edited. Throws what Slack answers when it did not work. */
export async function sendFile(delivery: Delivery, post: DuePost, file: File): Promise<void> {
  const { ctx, client } = delivery;
  if (post.postedRevision > 0 || (await isShared(delivery, post))) {
    await markFilePosted(ctx, post);
    return;
  }
  const { place, comment } = await filePlace(delivery, post, file);
  const content = Buffer.from(file.content);
  await markAttempted(ctx, post.id);
  const target = await client.files.getUploadURLExternal({ filename: file.filename, length: content.length });
  if (!target.upload_url || !target.file_id) throw new UploadError('Slack gave no address to upload to.');
  await keepPlace(ctx, post.id, { slackFileId: target.file_id });
  await upload(target.upload_url, content);
  const share = {
    files: [{ id: target.file_id, title: file.title }] as [{ id: string; title: string }],
    channel_id: place.channel,
    ...(comment === '' ? {} : { initial_comment: comment }),
  };
  await client.files.completeUploadExternal(
    place.threadTs === undefined ? share : { ...share, thread_ts: place.threadTs },
  );
  await markFilePosted(ctx, post, { slackChannel: place.channel });
}

/**
 * A file needs a real channel. The first thing ever sent to a member has none yet, so the words go ahead as a
 * message, whose answer names it.
 */
async function filePlace(
  delivery: Delivery,
  post: DuePost,
  file: File,
): Promise<{ place: Place; comment: string }> {
  const { ctx, client } = delivery;
  if (post.slackTs !== null && post.slackChannel !== null) {
    return { place: { channel: post.slackChannel }, comment: '' };
  }
  const known = isDirect(post.channel) ? await directChannel(ctx, post.channel) : undefined;
  const place = known === undefined ? await placeOf(delivery, post) : { channel: known };
  if (place) return { place, comment: file.comment };
  await markAttempted(ctx, post.id);
  const answer = await client.chat.postMessage({
    channel: post.channel,
    text: file.comment,
    metadata: metadataOf(post.id),
  });
  if (!answer.channel || !answer.ts) throw new UploadError('Slack did not say where the message stands.');
  await keepPlace(ctx, post.id, { slackChannel: answer.channel, slackTs: answer.ts });
  return { place: { channel: answer.channel }, comment: '' };
}

async function upload(address: string, content: Buffer): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
    signal: AbortSignal.timeout(uploadTimeout(content.length)),
  }).catch((error: unknown) => {
    throw new UploadError('The upload got no answer.', { cause: error });
  });
  await answer.body?.cancel();
  const { ok, status } = answer;
  if (!ok) throw new UploadError(`The upload was answered with ${status}.`, { status });
}

const channels = z.record(z.string(), z.unknown()).optional();
const info = z.object({
  file: z.object({ shares: z.object({ public: channels, private: channels }).optional() }),
});

/** Whether an earlier attempt came through: a file that was never completed is not to be found. */
async function isShared({ client, log }: Delivery, post: DuePost): Promise<boolean> {
  if (post.slackFileId === null) return false;
  try {
    const { file } = info.parse(await client.files.info({ file: post.slackFileId }));
    const shares = { ...file.shares?.public, ...file.shares?.private };
    if (Object.keys(shares).length > 0) return true;
  } catch (error) {
    const problem = problemOf(error);
    if (problem?.kind === 'final') return false;
    if (problem?.kind !== 'installation' || problem.error !== 'missing_scope') throw error;
    log.warn({ post: post.id }, 'A file may be shared twice: the app may not look at files');
    return false;
  }
  if (post.attempts < LOOKS) throw new UploadError('The file is there, but not shared yet.');
  return false;
}
