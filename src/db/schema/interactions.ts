import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  time,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { approvalRequests } from './approvals.ts';
import { attachments } from './attachments.ts';
import { campaigns, interactionTemplates } from './campaigns.ts';
import { salespeople } from './code-tables.ts';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { contacts } from './contacts.ts';
import { segments } from './segments.ts';
import { members } from './workspaces.ts';

/** A segment that was logged (`domain.md` §3.7); its entry number is what people call it by. */
export const loggedSegments = pgTable(
  'logged_segments',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    entryNo: ref('entry_no').notNull(),
    segmentId: ref('segment_id').notNull(),
    segmentNo: text('segment_no').notNull(),
    description: text('description').notNull(),
    createdOn: date('created_on').notNull(),
    createdAt: instant('created_at').notNull(),
    memberId: ref('member_id').notNull(),
    approvalRequestId: ref('approval_request_id'),
    followUpSegmentId: ref('follow_up_segment_id'),
    /** The Slack channel its log was posted to. */
    channel: text('channel').notNull(),
    companies: integer('companies').notNull(),
    people: integer('people').notNull(),
    cost: numeric('cost', { precision: 18, scale: 2 }).notNull(),
    duration: ref('duration').notNull(),
    canceled: boolean('canceled').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('logged_segments_entry_no').on(t.workspaceId, t.entryNo),
    uniqueIndex('logged_segments_segment').on(t.workspaceId, t.segmentId),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'logged_segments_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.followUpSegmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'logged_segments_follow_up_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.memberId],
      foreignColumns: [members.workspaceId, members.id],
      name: 'logged_segments_member_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.approvalRequestId],
      foreignColumns: [approvalRequests.workspaceId, approvalRequests.id],
      name: 'logged_segments_approval_fk',
    }),
  ],
);

/** One per campaign in a logged segment (`domain.md` §4.8 step 3). */
export const campaignEntries = pgTable(
  'campaign_entries',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    entryNo: ref('entry_no').notNull(),
    campaignId: ref('campaign_id').notNull(),
    description: text('description').notNull(),
    date: date('date').notNull(),
    salespersonCode: text('salesperson_code'),
    memberId: ref('member_id').notNull(),
    loggedSegmentId: ref('logged_segment_id'),
    /** Blank for interactions that were logged one by one. */
    segmentNo: text('segment_no').notNull().default(''),
    /** The one entry of its campaign for interactions that were logged one by one (`domain.md` §4.10). */
    manual: boolean('manual').notNull().default(false),
    canceled: boolean('canceled').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('campaign_entries_manual').on(t.workspaceId, t.campaignId).where(sql`${t.manual}`),
    uniqueIndex('campaign_entries_entry_no').on(t.workspaceId, t.entryNo),
    uniqueIndex('campaign_entries_logged_segment').on(t.workspaceId, t.loggedSegmentId, t.campaignId),
    index('campaign_entries_campaign').on(t.workspaceId, t.campaignId),
    foreignKey({
      columns: [t.workspaceId, t.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
      name: 'campaign_entries_campaign_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.loggedSegmentId],
      foreignColumns: [loggedSegments.workspaceId, loggedSegments.id],
      name: 'campaign_entries_logged_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.salespersonCode],
      foreignColumns: [salespeople.workspaceId, salespeople.code],
      name: 'campaign_entries_salesperson_fk',
    }),
  ],
);

/** One per contact of a logged segment (`domain.md` §3.7). */
export const interactionLogEntries = pgTable(
  'interaction_log_entries',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    contactId: ref('contact_id').notNull(),
    /** The contact's company when the entry was written; null for people without one. */
    companyId: ref('company_id'),
    date: date('date').notNull(),
    description: text('description').notNull(),
    interactionGroupCode: text('interaction_group_code').notNull(),
    interactionTemplateCode: text('interaction_template_code').notNull(),
    informationFlow: text('information_flow').notNull(),
    initiatedBy: text('initiated_by').notNull(),
    correspondenceType: text('correspondence_type').notNull(),
    languageCode: text('language_code'),
    subject: text('subject').notNull().default(''),
    /** `HH:MM` as people typed it; null when nobody did. */
    timeOfInteraction: time('time_of_interaction', { precision: 0 }),
    evaluation: text('evaluation', {
      enum: ['', 'very-positive', 'positive', 'neutral', 'negative', 'very-negative'],
    })
      .notNull()
      .default(''),
    attemptFailed: boolean('attempt_failed').notNull().default(false),
    campaignTarget: boolean('campaign_target').notNull().default(false),
    campaignResponse: boolean('campaign_response').notNull().default(false),
    salespersonCode: text('salesperson_code').notNull(),
    cost: numeric('cost', { precision: 18, scale: 2 }).notNull(),
    duration: integer('duration').notNull(),
    campaignId: ref('campaign_id'),
    campaignEntryId: ref('campaign_entry_id'),
    loggedSegmentId: ref('logged_segment_id'),
    /** The segment whose contact was called, whether it is logged by now or not. */
    segmentId: ref('segment_id'),
    attachmentId: ref('attachment_id'),
    deliveryStatus: text('delivery_status', { enum: ['', 'in-progress', 'error'] })
      .notNull()
      .default(''),
    /** To be completed later: counts in no figure until it is resumed. */
    postponed: boolean('postponed').notNull().default(false),
    memberId: ref('member_id').notNull(),
    loggedAt: instant('logged_at').notNull(),
    canceled: boolean('canceled').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('interaction_log_entries_contact').on(t.workspaceId, t.contactId, t.date),
    index('interaction_log_entries_logged_segment').on(t.workspaceId, t.loggedSegmentId, t.id),
    index('interaction_log_entries_campaign').on(t.workspaceId, t.campaignId),
    index('interaction_log_entries_company').on(t.workspaceId, t.companyId, t.date),
    index('interaction_log_entries_date').on(t.workspaceId, t.date, t.id),
    index('interaction_log_entries_salesperson').on(t.workspaceId, t.salespersonCode, t.date, t.id),
    index('interaction_log_entries_member').on(t.workspaceId, t.memberId, t.date, t.id),
    index('interaction_log_entries_postponed')
      .on(t.workspaceId, t.memberId, t.date, t.id)
      .where(sql`${t.postponed}`),
    index('interaction_log_entries_canceled').on(t.workspaceId, t.id).where(sql`${t.canceled}`),
    index('interaction_log_entries_campaign_entry').on(t.workspaceId, t.campaignEntryId),
    index('interaction_log_entries_segment')
      .on(t.workspaceId, t.segmentId)
      .where(sql`${t.segmentId} is not null`),
    index('interaction_log_entries_attachment')
      .on(t.workspaceId, t.attachmentId)
      .where(sql`${t.attachmentId} is not null`),
    check('interaction_log_entries_cost', sql`${t.cost} >= 0 and ${t.duration} >= 0`),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'interaction_log_entries_contact_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.loggedSegmentId],
      foreignColumns: [loggedSegments.workspaceId, loggedSegments.id],
      name: 'interaction_log_entries_logged_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.campaignEntryId],
      foreignColumns: [campaignEntries.workspaceId, campaignEntries.id],
      name: 'interaction_log_entries_campaign_entry_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.interactionTemplateCode],
      foreignColumns: [interactionTemplates.workspaceId, interactionTemplates.code],
      name: 'interaction_log_entries_template_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'interaction_log_entries_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.attachmentId],
      foreignColumns: [attachments.workspaceId, attachments.id],
      name: 'interaction_log_entries_attachment_fk',
    }),
  ],
);
