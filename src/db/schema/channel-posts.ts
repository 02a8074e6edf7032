import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { workspaces } from './workspaces.ts';

/**
 * What is to be shown where in Slack. Rows are written in the transaction of the change they tell of and carried
 * out after it, in order per channel. A higher `revision` than `postedRevision` means: post it, or edit what stands.
 */
export const channelPosts = pgTable(
  'channel_posts',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    /** Names the thing shown, so that it is written once: `logged-segment:7`. */
    key: text('key').notNull(),
    /** What it tells of, so that all posts about it can be made anew: `request:12`. */
    subject: text('subject').notNull(),
    /** A channel id, or a member's Slack user id for a direct message. */
    channel: text('channel').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    /** The post whose thread this one goes to. */
    parentId: ref('parent_id'),
    revision: integer('revision').notNull().default(1),
    postedRevision: integer('posted_revision').notNull().default(0),
    status: text('status', { enum: ['waiting', 'posted', 'failed'] })
      .notNull()
      .default('waiting'),
    /** Where Slack put it: the answer to the post, needed to edit it. */
    slackChannel: text('slack_channel'),
    slackTs: text('slack_ts'),
    slackFileId: text('slack_file_id'),
    /** Set before Slack is called for the first time: from then on it may stand there although we have no answer. */
    attemptedAt: instant('attempted_at'),
    attempts: integer('attempts').notNull().default(0),
    /** Not sent or edited before then: what changes often is edited seldom, and what gets no answer holds up nobody. */
    notBefore: instant('not_before'),
    postedAt: instant('posted_at'),
    error: text('error'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('channel_posts_key').on(t.workspaceId, t.key),
    index('channel_posts_subject').on(t.workspaceId, t.subject),
    index('channel_posts_posted').on(t.workspaceId, t.channel, t.postedAt),
    index('channel_posts_due')
      .on(t.workspaceId, t.channel, t.id)
      .where(sql`${t.postedRevision} < ${t.revision} and ${t.status} <> 'failed'`),
    foreignKey({
      columns: [t.workspaceId],
      foreignColumns: [workspaces.id],
      name: 'channel_posts_workspace_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.parentId],
      foreignColumns: [t.workspaceId, t.id],
      name: 'channel_posts_parent_fk',
    }),
  ],
);

/** Channels that take no posts any more (gone, archived, closed to the app), whose owner has been told once. */
export const channelProblems = pgTable(
  'channel_problems',
  {
    workspaceId: workspaceId(),
    channel: text('channel').notNull(),
    /** Slack's error code. */
    error: text('error').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.channel] }),
    foreignKey({
      columns: [t.workspaceId],
      foreignColumns: [workspaces.id],
      name: 'channel_problems_workspace_fk',
    }),
  ],
);
