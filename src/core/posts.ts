import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { channelPosts } from '../db/schema/index.ts';
import type { TransactionContext } from './context.ts';
import { enqueue } from './jobs.ts';

/** What a post shows. It holds ids only: the words are made from the database when it is sent or edited. */
export const postContent = z.discriminatedUnion('kind', [
  /** To an approver: the evidence and the decision buttons; later who decided. */
  z.object({ kind: z.literal('approval-request'), requestId: z.number(), memberId: z.number() }),
  /** To the requester: approved, rejected with reason, or voided. */
  z.object({ kind: z.literal('approval-outcome'), requestId: z.number() }),
  /** To whoever asked for the logging: waiting, done with totals, or refused with reasons. */
  z.object({ kind: z.literal('log-progress'), runId: z.number() }),
  /** To the channel: one per logged segment. */
  z.object({ kind: z.literal('logged-segment'), loggedSegmentId: z.number() }),
  /** In its thread: the entries from the first id to the last. */
  z.object({
    kind: z.literal('log-entries'),
    loggedSegmentId: z.number(),
    firstEntryId: z.number(),
    lastEntryId: z.number(),
  }),
  /** In its thread: all entries as CSV. */
  z.object({ kind: z.literal('log-csv'), loggedSegmentId: z.number() }),
  /** To the person who asked: a segment's contacts as CSV, or as an Excel file. */
  z.object({
    kind: z.literal('segment-csv'),
    segmentId: z.number(),
    format: z.enum(['csv', 'xlsx']).optional(),
  }),
  /** To a channel: saved criteria, to start a segment from. */
  z.object({ kind: z.literal('saved-criteria'), savedId: z.number(), memberId: z.number() }),
]);
export type PostContent = z.infer<typeof postContent>;

/** What a post tells of. */
export type PostSubject = `${'request' | 'run' | 'logged-segment' | 'segment' | 'saved-criteria'}:${number}`;

export interface NewPost {
  /** Names the thing shown; a second post with the key of a first one is not written. */
  key: string;
  /** Channel id, or Slack user id for a direct message. */
  channel: string;
  subject: PostSubject;
  content: PostContent;
  parentId?: number;
}

/**
 * Asks for a channel's posts to be carried out.
 * @param runAt not before then, because Slack asked us to wait; news in the channel does not hurry it
 */
export const deliver = (ctx: TransactionContext, channel: string, runAt?: Date) =>
  enqueue(
    ctx.tx,
    'deliver-posts',
    { workspaceId: ctx.workspaceId, channel },
    {
      queue: `${ctx.workspaceId}:${channel}`,
      key: `deliver:${ctx.workspaceId}:${channel}`,
      ...(runAt ? { runAt } : { keepRunAt: true }),
    },
  );

/**
 * Writes down something to be posted once this transaction is through.
 * @returns the post's id, or undefined when its key was written before
 */
export async function post(ctx: TransactionContext, wanted: NewPost): Promise<number | undefined> {
  const [row] = await ctx.tx
    .insert(channelPosts)
    .values({ workspaceId: ctx.workspaceId, createdAt: ctx.now(), ...wanted })
    .onConflictDoNothing({ target: [channelPosts.workspaceId, channelPosts.key] })
    .returning({ id: channelPosts.id });
  if (row) await deliver(ctx, wanted.channel);
  return row?.id;
}

/** Asks for every post about a subject to be made anew from the database and edited in place. */
export async function refreshPosts(ctx: TransactionContext, subject: PostSubject): Promise<void> {
  const due = await ctx.tx
    .update(channelPosts)
    .set({ revision: sql`${channelPosts.revision} + 1`, status: 'waiting' })
    .where(and(eq(channelPosts.workspaceId, ctx.workspaceId), eq(channelPosts.subject, subject)))
    .returning({ channel: channelPosts.channel });
  for (const channel of new Set(due.map((row) => row.channel))) await deliver(ctx, channel);
}
