import {
  bigint,
  boolean,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { members } from './workspaces.ts';

/** Criteria steps of a segment under a code, to be carried out again on others (`domain.md` §3.6). */
export const savedCriteria = pgTable(
  'saved_criteria',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    code: text('code').notNull(),
    description: text('description').notNull().default(''),
    /** The steps in order, as segments store them. */
    steps: jsonb('steps').$type<unknown>().notNull(),
    memberId: ref('member_id').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('saved_criteria_code').on(t.workspaceId, t.code),
    foreignKey({
      columns: [t.workspaceId, t.memberId],
      foreignColumns: [members.workspaceId, members.id],
      name: 'saved_criteria_member_fk',
    }),
  ],
);

/**
 * Contacts found for a list of people that somebody gave. Steps refer to it, so that a step stays small however long
 * the list is; one that no step uses is forgotten.
 */
export const peopleLists = pgTable(
  'people_lists',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    memberId: ref('member_id').notNull(),
    /** In the order of the list, each once. */
    contactIds: bigint('contact_ids', { mode: 'number' }).array().notNull(),
    count: integer('count').notNull(),
    used: boolean('used').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.memberId],
      foreignColumns: [members.workspaceId, members.id],
      name: 'people_lists_member_fk',
    }),
  ],
);
