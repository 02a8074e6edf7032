import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { segments } from './segments.ts';
import { members } from './workspaces.ts';

/** A request to use a segment as it was when it was submitted: the fingerprint says exactly what was asked for. */
export const approvalRequests = pgTable(
  'approval_requests',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    segmentId: ref('segment_id').notNull(),
    segmentVersion: integer('segment_version').notNull(),
    fingerprint: text('fingerprint').notNull(),
    status: text('status', { enum: ['pending', 'approved', 'rejected', 'voided'] })
      .notNull()
      .default('pending'),
    companies: integer('companies').notNull(),
    people: integer('people').notNull(),
    /** The figures that were asked about; null for requests from before they were kept. */
    submitted: jsonb('submitted').$type<unknown>(),
    requestedBy: ref('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    decidedBy: ref('decided_by'),
    decidedAt: instant('decided_at'),
    comment: text('comment').notNull().default(''),
    /** What changed after submission; set when the request was voided. */
    change: jsonb('change').$type<unknown>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('approval_requests_segment').on(t.workspaceId, t.segmentId),
    uniqueIndex('approval_requests_pending')
      .on(t.workspaceId, t.segmentId)
      .where(sql`${t.status} in ('pending', 'approved')`),
    check('approval_requests_status', sql`${t.status} in ('pending', 'approved', 'rejected', 'voided')`),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'approval_requests_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.requestedBy],
      foreignColumns: [members.workspaceId, members.id],
      name: 'approval_requests_requested_by_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.decidedBy],
      foreignColumns: [members.workspaceId, members.id],
      name: 'approval_requests_decided_by_fk',
    }),
  ],
);
