import { foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant, ref, rowId, workspaceId } from './columns.ts';
import { members } from './workspaces.ts';

/**
 * Files that go with an interaction (`domain.md` §5). Their bytes lie here and not in Slack, because what was sent to
 * a contact must still be there when the file is deleted in Slack. A row never changes: another file is another row,
 * so that templates, segments and log entries can share one.
 */
export const attachments = pgTable(
  'attachments',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    content: bytes('content').notNull(),
    memberId: ref('member_id').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.memberId],
      foreignColumns: [members.workspaceId, members.id],
      name: 'attachments_member_fk',
    }),
  ],
);
