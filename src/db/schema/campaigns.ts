import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { attachments } from './attachments.ts';
import { campaignStatuses, interactionGroups, languages, salespeople } from './code-tables.ts';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { contacts } from './contacts.ts';
import { workspaces } from './workspaces.ts';

/** What kind of interaction a segment is about, with its usual cost and duration (`domain.md` §3.7). */
export const interactionTemplates = pgTable(
  'interaction_templates',
  {
    workspaceId: workspaceId(),
    code: text('code').notNull(),
    description: text('description').notNull(),
    interactionGroupCode: text('interaction_group_code').notNull(),
    unitCost: numeric('unit_cost', { precision: 18, scale: 2 }).notNull().default('0'),
    /** Minutes. */
    unitDuration: integer('unit_duration').notNull().default(0),
    informationFlow: text('information_flow', { enum: ['', 'outbound', 'inbound'] })
      .notNull()
      .default(''),
    initiatedBy: text('initiated_by', { enum: ['', 'us', 'them'] })
      .notNull()
      .default(''),
    languageCode: text('language_code'),
    correspondenceType: text('correspondence_type', { enum: ['', 'hard-copy', 'email'] })
      .notNull()
      .default(''),
    wizardAction: text('wizard_action', { enum: ['', 'open', 'import', 'merge'] })
      .notNull()
      .default(''),
    ignoreContactCorrespondenceType: boolean('ignore_contact_correspondence_type').notNull().default(false),
    campaignId: ref('campaign_id'),
    campaignTarget: boolean('campaign_target').notNull().default(false),
    campaignResponse: boolean('campaign_response').notNull().default(false),
    /** Counts every change but those of its texts; forms carry it to notice that the template moved on. */
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.code] }),
    foreignKey({
      columns: [t.workspaceId, t.interactionGroupCode],
      foreignColumns: [interactionGroups.workspaceId, interactionGroups.code],
      name: 'interaction_templates_group_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.languageCode],
      foreignColumns: [languages.workspaceId, languages.code],
      name: 'interaction_templates_language_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
      name: 'interaction_templates_campaign_fk',
    }),
  ],
);

/** What a template says and encloses in one language (`domain.md` §3.7). */
export const interactionTemplateLanguages = pgTable(
  'interaction_template_languages',
  {
    workspaceId: workspaceId(),
    templateCode: text('template_code').notNull(),
    languageCode: text('language_code').notNull(),
    description: text('description').notNull().default(''),
    subject: text('subject').notNull().default(''),
    attachmentId: ref('attachment_id'),
    /** As that of the template: whoever writes another language is not in the way. */
    version: integer('version').notNull().default(1),
  },
  (t) => [
    // Its default name would be longer than Postgres keeps.
    primaryKey({
      name: 'interaction_template_languages_pk',
      columns: [t.workspaceId, t.templateCode, t.languageCode],
    }),
    index('interaction_template_languages_attachment')
      .on(t.workspaceId, t.attachmentId)
      .where(sql`${t.attachmentId} is not null`),
    foreignKey({
      columns: [t.workspaceId, t.templateCode],
      foreignColumns: [interactionTemplates.workspaceId, interactionTemplates.code],
      name: 'interaction_template_languages_template_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.languageCode],
      foreignColumns: [languages.workspaceId, languages.code],
      name: 'interaction_template_languages_language_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.attachmentId],
      foreignColumns: [attachments.workspaceId, attachments.id],
      name: 'interaction_template_languages_attachment_fk',
    }),
  ],
);

export const campaigns = pgTable(
  'campaigns',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    no: text('no').notNull(),
    description: text('description').notNull(),
    startingDate: date('starting_date'),
    endingDate: date('ending_date'),
    /** The campaign's owner: whoever of the members is this salesperson. */
    salespersonCode: text('salesperson_code'),
    statusCode: text('status_code'),
    /** Slack channel where its segments are logged; blank falls back to the workspace's. */
    logChannel: text('log_channel'),
    /** When its channel is next told how the week went; null: never. */
    digestAt: instant('digest_at'),
    /** Counts every change; modals carry it to notice that the campaign moved on. */
    version: integer('version').notNull().default(1),
    modifiedAt: instant('modified_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('campaigns_no').on(t.workspaceId, t.no),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id], name: 'campaigns_workspace_fk' }),
    foreignKey({
      columns: [t.workspaceId, t.salespersonCode],
      foreignColumns: [salespeople.workspaceId, salespeople.code],
      name: 'campaigns_salesperson_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.statusCode],
      foreignColumns: [campaignStatuses.workspaceId, campaignStatuses.code],
      name: 'campaigns_status_fk',
    }),
  ],
);

/**
 * Whom an activated campaign is for (`domain.md` §4.9): companies, and people without one. A campaign is activated as
 * long as it has a row.
 */
export const campaignTargets = pgTable(
  'campaign_targets',
  {
    workspaceId: workspaceId(),
    campaignId: ref('campaign_id').notNull(),
    contactId: ref('contact_id').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.campaignId, t.contactId] }),
    foreignKey({
      columns: [t.workspaceId, t.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
      name: 'campaign_targets_campaign_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'campaign_targets_contact_fk',
    }).onDelete('cascade'),
  ],
);
