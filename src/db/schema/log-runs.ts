import { sql } from 'drizzle-orm';
import { boolean, foreignKey, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { segments } from './segments.ts';
import { members } from './workspaces.ts';

/** A wish to log a segment: one may be under way per segment, and a job carries it out. */
export const logRuns = pgTable(
  'log_runs',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    segmentId: ref('segment_id').notNull(),
    status: text('status', { enum: ['queued', 'done', 'failed'] })
      .notNull()
      .default('queued'),
    channel: text('channel').notNull(),
    followUp: boolean('follow_up').notNull().default(false),
    sendAttachments: boolean('send_attachments').notNull().default(false),
    requestedBy: ref('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    finishedAt: instant('finished_at'),
    /** Code and parameters of the refusal, for words in the reader's language. */
    error: text('error'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('log_runs_active').on(t.workspaceId, t.segmentId).where(sql`${t.status} = 'queued'`),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'log_runs_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.requestedBy],
      foreignColumns: [members.workspaceId, members.id],
      name: 'log_runs_requested_by_fk',
    }),
  ],
);
