import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { interactionLogEntries } from './interactions.ts';
import { members } from './workspaces.ts';

/** What people noted about an interaction, in the order they did. */
export const interactionComments = pgTable(
  'interaction_comments',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    entryId: ref('entry_id').notNull(),
    comment: text('comment').notNull(),
    memberId: ref('member_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('interaction_comments_entry').on(t.workspaceId, t.entryId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.entryId],
      foreignColumns: [interactionLogEntries.workspaceId, interactionLogEntries.id],
      name: 'interaction_comments_entry_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.memberId],
      foreignColumns: [members.workspaceId, members.id],
      name: 'interaction_comments_member_fk',
    }),
  ],
);
