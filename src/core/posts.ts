import { and, eq, gt, lt, min, ne, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { channelPosts } from '../db/schema/index.ts';
import type { TransactionContext } from './context.ts';
import { enqueue } from './jobs.ts';

/** What a post shows. It holds ids only: the words are made from the database when it is sent or edited. */
export const postContent = z.discriminatedUnion('kind', [
  /** To an approver: the evidence and the decision buttons; later who decided. */
  z.object({ kind: z.literal('approval-request'), requestId: z.number(), memberId: z.number() }),
  /** To the requester: approved, rejected with reason, or voided; `told`: which of them was the news. */
  z.object({
    kind: z.literal('approval-outcome'),
    requestId: z.number(),
    told: z.enum(['approved', 'rejected', 'voided']).optional(),
  }),
  /** To the requester, while it waits: who could not be asked. */
  z.object({ kind: z.literal('approval-unreached'), requestId: z.number() }),
  /** To whoever asked for the logging: waiting, done with totals, or refused with reasons; `moved`: further down. */
  z.object({ kind: z.literal('log-progress'), runId: z.number(), moved: z.literal(true).optional() }),
  /** To the channel: one per logged segment. */
  z.object({ kind: z.literal('logged-segment'), loggedSegmentId: z.number() }),
  /** In place of that, once its log was deleted. */
  z.object({ kind: z.literal('log-deleted'), segmentId: z.number() }),
  /** In its thread: the entries from the first id to the last. */
  z.object({
    kind: z.literal('log-entries'),
    loggedSegmentId: z.number(),
    firstEntryId: z.number(),
    lastEntryId: z.number(),
  }),
  /** In its thread: all entries as CSV. */
  z.object({ kind: z.literal('log-csv'), loggedSegmentId: z.number() }),
  /** In its thread: what has been canceled since the CSV was made. */
  z.object({ kind: z.literal('log-note'), loggedSegmentId: z.number() }),
  /** To the person who asked: a segment's contacts as CSV, or as an Excel file. */
  z.object({
    kind: z.literal('segment-csv'),
    segmentId: z.number(),
    format: z.enum(['csv', 'xlsx']).optional(),
  }),
  /** To a channel: one interaction, on one line. */
  z.object({ kind: z.literal('interaction'), entryId: z.number() }),
  /** To a channel: a segment's card, which changes as the segment does; `moved`: it was shared again further down. */
  z.object({
    kind: z.literal('segment-card'),
    segmentId: z.number(),
    memberId: z.number(),
    moved: z.literal(true).optional(),
  }),
  /** To the person who asked: a file of a template, a segment or an interaction. */
  z.object({ kind: z.literal('attachment-file'), attachmentId: z.number() }),
  /** To whoever sends hard copies, and e-mails too where there is no mail server: files and addresses. */
  z.object({ kind: z.literal('log-attachments'), loggedSegmentId: z.number(), emails: z.boolean() }),
  /** To whoever wished for it: a proposal to follow up; `due`: when it was asked, null: that it will be. */
  z.object({ kind: z.literal('follow-up'), proposalId: z.number(), due: z.string().nullable() }),
  /** To the admin who asked: what a clean-up deleted. */
  /** `failed`: a reference for what kept it from being done. */
  z.object({ kind: z.literal('cleanup'), runId: z.string(), failed: z.string().optional() }),
  /** To the person who asked: interactions as a file; the service that makes it knows the filter's shape. */
  z.object({ kind: z.literal('interactions-file'), filter: z.unknown(), format: z.enum(['csv', 'xlsx']) }),
  /** To a channel: saved criteria, to start a segment from. */
  z.object({ kind: z.literal('saved-criteria'), savedId: z.number(), memberId: z.number() }),
  /** To the channel: how far a segment is called. */
  z.object({ kind: z.literal('call-list'), listId: z.number() }),
  /** To a channel: a campaign's card, kept up to date; the member shared it; `moved`: it was shared again further down. */
  z.object({
    kind: z.literal('campaign-card'),
    campaignId: z.number(),
    memberId: z.number(),
    moved: z.literal(true).optional(),
  }),
  /** To a channel: how the week that began on that Monday went for its campaigns. */
  z.object({ kind: z.literal('campaign-digest'), campaignIds: z.array(z.number()), monday: z.iso.date() }),
  /** To the person who asked: a campaign's target group as CSV. */
  z.object({ kind: z.literal('campaign-targets'), campaignId: z.number() }),
  /** To whoever can do something about it: a channel takes no posts any more. */
  z.object({ kind: z.literal('channel-problem'), channel: z.string() }),
  /** In the place of what was shared, once that is deleted: its name, because there is nothing left to read it from. */
  z.object({
    kind: z.literal('deleted'),
    what: z.enum(['campaign', 'saved-criteria']),
    name: z.string(),
    description: z.string(),
  }),
  /** To a salesperson: tasks that somebody (`by`, a Slack user) gave them, and the first one's number. */
  z.object({ kind: z.literal('task-given'), no: z.string(), tasks: z.number(), by: z.string() }),
  /** To the person who asked for a file: it cannot be sent. */
  z.object({ kind: z.literal('file-refused'), postId: z.number() }),
]);
export type PostContent = z.infer<typeof postContent>;

/** What a post tells of. */
export type PostSubject = `${
  | 'attachment'
  | 'request'
  | 'run'
  | 'logged-segment'
  | 'log-attachments'
  | 'segment'
  | 'segment-card'
  | 'saved-criteria'
  | 'interaction'
  | 'campaign'
  | 'campaign-moved'
  | 'campaign-digest'
  | 'campaign-targets'
  | 'member'
  | 'call-list'
  | 'channel-problem'
  | 'file-refused'
  | 'follow-up'}:${number}`;

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
 * Asks for a channel's posts to be carried out when the first of those that wait for their time is due. News in the
 * channel does not wait for it: this is a job of its own, which then asks for the other.
 */
export async function deliverLater(ctx: TransactionContext, channel: string): Promise<void> {
  const [waiting] = await ctx.tx
    .select({ at: min(channelPosts.notBefore) })
    .from(channelPosts)
    .where(
      and(
        eq(channelPosts.workspaceId, ctx.workspaceId),
        eq(channelPosts.channel, channel),
        lt(channelPosts.postedRevision, channelPosts.revision),
        ne(channelPosts.status, 'failed'),
        gt(channelPosts.notBefore, ctx.now()),
      ),
    );
  if (!waiting?.at) return;
  const { workspaceId } = ctx;
  await enqueue(
    ctx.tx,
    'deliver-later',
    { workspaceId, channel },
    // As a time from now: the database's clock, which the queue goes by, may differ from ours.
    { key: `deliver-later:${workspaceId}:${channel}`, delay: waiting.at.getTime() - ctx.now().getTime() },
  );
}

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

/** SQL: only posts that were not given up; those that were are posted again when somebody asks for it. */
export const NOT_GIVEN_UP = ne(channelPosts.status, 'failed');

/** What changes often, a card or a count, is edited at most this often where it stands; milliseconds. */
export const LIVE_EVERY_MS = 3_000;

/**
 * Asks for every post about a subject to be made anew from the database and edited in place.
 * @param options.every for what changes often: no edit sooner than so many milliseconds after the one before, and none
 * of a post that was given up; what is shown is as new as the last edit
 * @param options.only a condition on the posts' columns, where not all of them have changed
 */
export async function refreshPosts(
  ctx: TransactionContext,
  subject: PostSubject,
  { every, only }: { every?: number; only?: SQL } = {},
): Promise<void> {
  const now = ctx.now();
  const { postedAt, revision } = channelPosts;
  const dueAt = sql`greatest(${now.toISOString()}::timestamptz, ${postedAt} + ${every ?? 0} * interval '1 millisecond')`;
  const due = await ctx.tx
    .update(channelPosts)
    .set({
      revision: sql`${revision} + 1`,
      status: 'waiting',
      notBefore: every === undefined ? null : dueAt,
    })
    .where(
      and(
        eq(channelPosts.workspaceId, ctx.workspaceId),
        eq(channelPosts.subject, subject),
        every === undefined ? undefined : NOT_GIVEN_UP,
        only,
      ),
    )
    .returning({ channel: channelPosts.channel, notBefore: channelPosts.notBefore });
  const isDue = (row: (typeof due)[number]) => row.notBefore === null || row.notBefore <= now;
  for (const channel of new Set(due.filter(isDue).map((row) => row.channel))) await deliver(ctx, channel);
  const waiting = due.filter((row) => !isDue(row)).map((row) => row.channel);
  for (const channel of new Set(waiting)) await deliverLater(ctx, channel);
}
