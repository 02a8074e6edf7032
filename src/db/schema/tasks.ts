import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
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

/** Something that a salesperson is to do, usually about a contact (`domain.md` §3.8). */
export const tasks = pgTable(
  'tasks',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    no: text('no').notNull(),
    /** The organizer's is what is to be done; an attendee's says that a contact is part of it. */
    kind: text('kind', { enum: ['organizer', 'contact-attendee'] }).notNull(),
    /** Of an attendee's: the organizer's. */
    organizerId: ref('organizer_id'),
    type: text('type', { enum: ['', 'meeting', 'phone-call'] })
      .notNull()
      .default(''),
    description: text('description').notNull(),
    /** When it is to be done. */
    date: date('date').notNull(),
    priority: text('priority', { enum: ['low', 'normal', 'high'] })
      .notNull()
      .default('normal'),
    status: text('status', { enum: ['not-started', 'in-progress', 'completed', 'waiting', 'postponed'] })
      .notNull()
      .default('not-started'),
    /** Set when it is completed or canceled. */
    closedOn: date('closed_on'),
    canceled: boolean('canceled').notNull().default(false),
    salespersonCode: text('salesperson_code').notNull(),
    /** Null for the organizer's of a meeting with several contacts. */
    contactId: ref('contact_id'),
    companyId: ref('company_id'),
    campaignId: ref('campaign_id'),
    /** Until the segment is logged or deleted (`domain.md` §3.4, §4.8). */
    segmentId: ref('segment_id'),
    /** The interaction it came of. */
    entryId: ref('entry_id'),
    createdBy: ref('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Counts every change; forms carry it to notice that the task moved on. */
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('tasks_no').on(t.workspaceId, t.no),
    index('tasks_organizer').on(t.workspaceId, t.organizerId).where(sql`${t.organizerId} is not null`),
    index('tasks_open').on(t.workspaceId, t.salespersonCode, t.date, t.id).where(sql`${t.closedOn} is null`),
    index('tasks_contact').on(t.workspaceId, t.contactId, t.date),
    index('tasks_company').on(t.workspaceId, t.companyId, t.date),
    index('tasks_campaign').on(t.workspaceId, t.campaignId),
    index('tasks_segment').on(t.workspaceId, t.segmentId).where(sql`${t.segmentId} is not null`),
    index('tasks_entry').on(t.workspaceId, t.entryId).where(sql`${t.entryId} is not null`),
    index('tasks_canceled').on(t.workspaceId, t.id).where(sql`${t.canceled} and ${t.kind} = 'organizer'`),
    check('tasks_closed', sql`(${t.status} = 'completed' or ${t.canceled}) = (${t.closedOn} is not null)`),
    check('tasks_kind', sql`(${t.kind} = 'organizer') = (${t.organizerId} is null)`),
    foreignKey({
      columns: [t.workspaceId, t.organizerId],
      foreignColumns: [t.workspaceId, t.id],
      name: 'tasks_organizer_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'tasks_contact_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.salespersonCode],
      foreignColumns: [salespeople.workspaceId, salespeople.code],
      name: 'tasks_salesperson_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
      name: 'tasks_campaign_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'tasks_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.entryId],
      foreignColumns: [interactionLogEntries.workspaceId, interactionLogEntries.id],
      name: 'tasks_entry_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.createdBy],
      foreignColumns: [members.workspaceId, members.id],
      name: 'tasks_created_by_fk',
    }),
  ],
);
