import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { contacts } from './contacts.ts';
import { interactionLogEntries } from './interactions.ts';
import { segments } from './segments.ts';
import { members } from './workspaces.ts';

/** A segment that is called contact by contact; several people may do so at once. */
export const callLists = pgTable(
  'call_lists',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    segmentId: ref('segment_id').notNull(),
    /** Slack channel where its progress is shown. */
    channel: text('channel').notNull(),
    startedBy: ref('started_by').notNull(),
    startedAt: instant('started_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('call_lists_segment').on(t.workspaceId, t.segmentId),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'call_lists_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.startedBy],
      foreignColumns: [members.workspaceId, members.id],
      name: 'call_lists_started_by_fk',
    }),
  ],
);

/** Contacts of a call list that somebody has taken; those nobody has taken yet have no row. */
export const callItems = pgTable(
  'call_items',
  {
    workspaceId: workspaceId(),
    callListId: ref('call_list_id').notNull(),
    contactId: ref('contact_id').notNull(),
    state: text('state', { enum: ['taken', 'later', 'done'] }).notNull(),
    memberId: ref('member_id').notNull(),
    takenAt: instant('taken_at').notNull(),
    /** Taken: until when it is kept for the member. Later: when to call again. */
    until: instant('until'),
    outcome: text('outcome', {
      enum: ['reached', 'no-answer', 'call-back', 'not-interested', 'meeting', 'skipped'],
    }),
    /** How often it was called. */
    calls: integer('calls').notNull().default(0),
    /** The interaction of the last call. */
    entryId: ref('entry_id'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.callListId, t.contactId] }),
    index('call_items_waiting').on(t.workspaceId, t.callListId, t.until).where(sql`${t.state} <> 'done'`),
    foreignKey({
      columns: [t.workspaceId, t.callListId],
      foreignColumns: [callLists.workspaceId, callLists.id],
      name: 'call_items_list_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'call_items_contact_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.memberId],
      foreignColumns: [members.workspaceId, members.id],
      name: 'call_items_member_fk',
    }),
    // Deleting an entry looks here for what points at it.
    index('call_items_entry').on(t.workspaceId, t.entryId).where(sql`${t.entryId} is not null`),
    foreignKey({
      columns: [t.workspaceId, t.entryId],
      foreignColumns: [interactionLogEntries.workspaceId, interactionLogEntries.id],
      name: 'call_items_entry_fk',
    }),
  ],
);
