import { sql } from 'drizzle-orm';
import {
  check,
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
import { campaigns } from './campaigns.ts';
import { salespeople } from './code-tables.ts';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { contacts } from './contacts.ts';
import { interactionLogEntries } from './interactions.ts';
import { segments } from './segments.ts';
import { members } from './workspaces.ts';

/** A sale that may come of a contact (`domain.md` §3.8). */
export const opportunities = pgTable(
  'opportunities',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    no: text('no').notNull(),
    description: text('description').notNull(),
    contactId: ref('contact_id').notNull(),
    /** The contact's company when the opportunity was created; null for people without one. */
    companyId: ref('company_id'),
    salespersonCode: text('salesperson_code').notNull(),
    campaignId: ref('campaign_id'),
    /** The segment it came of, logged or deleted since or not. */
    segmentId: ref('segment_id'),
    segmentDescription: text('segment_description').notNull().default(''),
    /** The interaction it came of; one interaction makes one opportunity. */
    entryId: ref('entry_id'),
    createdOn: date('created_on').notNull(),
    status: text('status', { enum: ['not-started', 'in-progress', 'won', 'lost'] })
      .notNull()
      .default('not-started'),
    priority: text('priority', { enum: ['low', 'normal', 'high'] })
      .notNull()
      .default('normal'),
    /** In the workspace's currency; null until somebody has estimated it. */
    estimatedValue: numeric('estimated_value', { precision: 18, scale: 2 }),
    /** Per cent. */
    chances: integer('chances'),
    estimatedClose: date('estimated_close'),
    /** Set when it is won or lost. */
    closedOn: date('closed_on'),
    closeReason: text('close_reason').notNull().default(''),
    createdBy: ref('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Counts every change; forms carry it to notice that the opportunity moved on. */
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('opportunities_no').on(t.workspaceId, t.no),
    uniqueIndex('opportunities_entry').on(t.workspaceId, t.entryId).where(sql`${t.entryId} is not null`),
    index('opportunities_contact').on(t.workspaceId, t.contactId),
    index('opportunities_company').on(t.workspaceId, t.companyId),
    index('opportunities_campaign').on(t.workspaceId, t.campaignId),
    index('opportunities_segment').on(t.workspaceId, t.segmentId).where(sql`${t.segmentId} is not null`),
    /** As lists are ordered: the next to close first, the newest of those without a date. */
    index('opportunities_active')
      .on(t.workspaceId, t.estimatedClose, t.id.desc().nullsFirst())
      .where(sql`${t.status} in ('not-started', 'in-progress')`),
    index('opportunities_salesperson').on(t.workspaceId, t.salespersonCode, t.id),
    check('opportunities_value', sql`${t.estimatedValue} >= 0 and ${t.chances} between 0 and 100`),
    check('opportunities_closed', sql`(${t.status} in ('won', 'lost')) = (${t.closedOn} is not null)`),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'opportunities_contact_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.salespersonCode],
      foreignColumns: [salespeople.workspaceId, salespeople.code],
      name: 'opportunities_salesperson_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
      name: 'opportunities_campaign_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'opportunities_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.entryId],
      foreignColumns: [interactionLogEntries.workspaceId, interactionLogEntries.id],
      name: 'opportunities_entry_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.createdBy],
      foreignColumns: [members.workspaceId, members.id],
      name: 'opportunities_created_by_fk',
    }),
  ],
);

/** What people noted about an opportunity, those of the interaction it came of first. */
export const opportunityComments = pgTable(
  'opportunity_comments',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    opportunityId: ref('opportunity_id').notNull(),
    comment: text('comment').notNull(),
    memberId: ref('member_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('opportunity_comments_opportunity').on(t.workspaceId, t.opportunityId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
      name: 'opportunity_comments_opportunity_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.memberId],
      foreignColumns: [members.workspaceId, members.id],
      name: 'opportunity_comments_member_fk',
    }),
  ],
);
