import {
  boolean,
  date,
  foreignKey,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { campaignStatuses, interactionGroups, languages, salespeople } from './code-tables.ts';
import { rowId, workspaceId } from './columns.ts';
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
