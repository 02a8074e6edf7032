import { foreignKey, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { members } from './workspaces.ts';

/** What a person has filled in so far in a modal of several steps; views carry only its id. */
export const drafts = pgTable(
  'drafts',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    memberId: ref('member_id').notNull(),
    kind: text('kind').notNull(),
    data: jsonb('data').$type<unknown>().notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.memberId],
      foreignColumns: [members.workspaceId, members.id],
      name: 'drafts_member_fk',
    }),
  ],
);
