import { foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { loggedSegments } from './interactions.ts';
import { segments } from './segments.ts';
import { members } from './workspaces.ts';

/** A wish to be reminded of a follow-up segment some time after a segment was logged. */
export const followUpProposals = pgTable(
  'follow_up_proposals',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    loggedSegmentId: ref('logged_segment_id').notNull(),
    memberId: ref('member_id').notNull(),
    dueAt: instant('due_at').notNull(),
    /** Which contacts the follow-up is for: all, or those whose interaction came out so. */
    outcome: text('outcome', { enum: ['all', 'reached', 'not-reached', 'positive', 'responded'] }).notNull(),
    /** Of the segment to be; blank: that it follows up on the one logged. */
    description: text('description').notNull().default(''),
    status: text('status', { enum: ['waiting', 'proposed', 'created', 'dismissed'] })
      .notNull()
      .default('waiting'),
    /** The segment that came of it. */
    segmentId: ref('segment_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.loggedSegmentId],
      foreignColumns: [loggedSegments.workspaceId, loggedSegments.id],
      name: 'follow_up_proposals_logged_segment_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.memberId],
      foreignColumns: [members.workspaceId, members.id],
      name: 'follow_up_proposals_member_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'follow_up_proposals_segment_fk',
    }),
  ],
);
