import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
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

/** One Slack workspace. The team id is an installation key, the only kind that is unique across workspaces. */
export const workspaces = pgTable('workspaces', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  teamId: text('team_id').notNull().unique(),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const workspaceSettings = pgTable(
  'workspace_settings',
  {
    workspaceId: workspaceId().primaryKey(),
    locale: text('locale').notNull().default('en'),
    timeZone: text('time_zone').notNull().default('Europe/Copenhagen'),
    currency: text('currency').notNull().default('EUR'),
    approvalPolicy: text('approval_policy', { enum: ['campaign', 'always', 'never'] })
      .notNull()
      .default('campaign'),
    allowOwnApproval: boolean('allow_own_approval').notNull().default(false),
    logChannel: text('log_channel'),
    /** Whether contacts that want none, or whose privacy is blocked, may be logged with a segment (`domain.md` §7). */
    flaggedPolicy: text('flagged_policy', { enum: ['allow', 'refuse'] })
      .notNull()
      .default('allow'),
    /** Template of calls to a segment's contacts (`domain.md` §4.10). */
    callTemplateCode: text('call_template_code'),
    /** True while the workspace holds only the demo data, which makes room for a first real import. */
    demo: boolean('demo').notNull().default(false),
  },
  (t) => [
    foreignKey({
      columns: [t.workspaceId],
      foreignColumns: [workspaces.id],
      name: 'workspace_settings_workspace_fk',
    }),
    check('workspace_settings_approval_policy', sql`${t.approvalPolicy} in ('campaign', 'always', 'never')`),
  ],
);

export const members = pgTable(
  'members',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    slackUserId: text('slack_user_id').notNull(),
    name: text('name').notNull(),
    locale: text('locale').notNull().default('en-US'),
    timeZone: text('time_zone').notNull().default('UTC'),
    /** Owner or admin of the Slack workspace. */
    slackAdmin: boolean('slack_admin').notNull().default(false),
    /** Guests and people of other organisations: they see nothing and change nothing. */
    outsider: boolean('outsider').notNull().default(false),
    deactivated: boolean('deactivated').notNull().default(false),
    isManager: boolean('is_manager').notNull().default(false),
    salespersonCode: text('salesperson_code'),
    /** When name, locale and time zone were last read from Slack; null = never. */
    profileReadAt: instant('profile_read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('members_slack_user').on(t.workspaceId, t.slackUserId),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id], name: 'members_workspace_fk' }),
  ],
);

/** Where the next number of a kind of document comes from (`domain.md` §6). */
export const numberSeries = pgTable(
  'number_series',
  {
    workspaceId: workspaceId(),
    series: text('series', {
      enum: ['contact', 'campaign', 'segment', 'logged-segment', 'campaign-entry', 'task', 'opportunity'],
    }).notNull(),
    prefix: text('prefix').notNull(),
    digits: integer('digits').notNull(),
    next: bigint('next', { mode: 'number' }).notNull().default(1),
    manualAllowed: boolean('manual_allowed').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.series] }),
    foreignKey({
      columns: [t.workspaceId],
      foreignColumns: [workspaces.id],
      name: 'number_series_workspace_fk',
    }),
  ],
);

export const auditLog = pgTable(
  'audit_log',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    at: instant('at').notNull(),
    /** Null when a job or an import acted. */
    memberId: ref('member_id'),
    actor: text('actor', { enum: ['member', 'job', 'import'] }).notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    // Who changed something last, and how often it was changed, is asked of a log that only grows.
    index('audit_log_subject').on(t.workspaceId, t.subject, t.subjectId, t.id),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id], name: 'audit_log_workspace_fk' }),
  ],
);

/** Requests that were carried out, so that one delivered again gives the same answer and no second effect. */
export const handledRequests = pgTable(
  'handled_requests',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    at: instant('at').notNull(),
    answer: jsonb('answer').$type<unknown>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key] }),
    foreignKey({
      columns: [t.workspaceId],
      foreignColumns: [workspaces.id],
      name: 'handled_requests_workspace_fk',
    }),
  ],
);
