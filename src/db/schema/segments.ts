import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { campaigns, interactionTemplates } from './campaigns.ts';
import { interactionGroups, languages, salespeople } from './code-tables.ts';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { contacts } from './contacts.ts';
import { members, workspaces } from './workspaces.ts';

/** What a segment's header says and encloses, by language code. */
export type SegmentLanguages = Record<
  string,
  { description: string; subject: string; attachmentId: number | null }
>;

/**
 * A worksheet of contacts and the interaction one is about to have with all of them (`domain.md` §3.4).
 * A logged segment keeps its header and steps, so that its number stays taken and its making can be told;
 * its lines are gone, the interaction log entries hold what they said. So does a deleted one, without its steps, for
 * what was decided and logged of it before.
 */
export const segments = pgTable(
  'segments',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    no: text('no').notNull(),
    description: text('description').notNull().default(''),
    date: date('date').notNull(),
    salespersonCode: text('salesperson_code'),
    campaignId: ref('campaign_id'),
    interactionTemplateCode: text('interaction_template_code'),
    campaignTarget: boolean('campaign_target').notNull().default(false),
    campaignResponse: boolean('campaign_response').notNull().default(false),
    /** From here to the flag: copied from the template when it is chosen (`domain.md` §4.1). */
    interactionGroupCode: text('interaction_group_code'),
    languageCode: text('language_code'),
    subject: text('subject').notNull().default(''),
    unitCost: numeric('unit_cost', { precision: 18, scale: 2 }).notNull().default('0'),
    unitDuration: integer('unit_duration').notNull().default(0),
    informationFlow: text('information_flow', { enum: ['', 'outbound', 'inbound'] })
      .notNull()
      .default(''),
    initiatedBy: text('initiated_by', { enum: ['', 'us', 'them'] })
      .notNull()
      .default(''),
    correspondenceType: text('correspondence_type', { enum: ['', 'hard-copy', 'email'] })
      .notNull()
      .default(''),
    ignoreContactCorrespondenceType: boolean('ignore_contact_correspondence_type').notNull().default(false),
    /** Subject and attachment by language (`domain.md` §5): one document, so that steps keep it like any other field. */
    languages: jsonb('languages').$type<SegmentLanguages>().notNull().default({}),
    state: text('state', { enum: ['open', 'submitted', 'approved', 'logging', 'logged', 'deleted'] })
      .notNull()
      .default('open'),
    /** The last step that counts; steps above it were undone and can be redone. */
    currentStep: integer('current_step').notNull().default(0),
    lastStep: integer('last_step').notNull().default(0),
    lastLineNo: ref('last_line_no').notNull().default(0),
    /** How many live lines there are, kept by every step, so that no page has to count them. */
    companies: integer('companies').notNull().default(0),
    people: integer('people').notNull().default(0),
    /** Totals of the live lines, kept in the same way. */
    cost: numeric('cost', { precision: 18, scale: 2 }).notNull().default('0'),
    duration: ref('duration').notNull().default(0),
    /** Counts every change of content; messages and modals carry it to notice that the segment moved on. */
    version: integer('version').notNull().default(1),
    createdBy: ref('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    changedBy: ref('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** What the last change was: the kind of a step, or `undo`, `redo`, `go-to`, `reset`. */
    lastChange: text('last_change').notNull().default('create'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('segments_no').on(t.workspaceId, t.no),
    index('segments_changed').on(t.workspaceId, t.changedAt),
    check(
      'segments_state',
      sql`${t.state} in ('open', 'submitted', 'approved', 'logging', 'logged', 'deleted')`,
    ),
    check('segments_unit_cost', sql`${t.unitCost} >= 0`),
    check('segments_unit_duration', sql`${t.unitDuration} >= 0`),
    check('segments_totals', sql`${t.cost} >= 0 and ${t.duration} >= 0`),
    check(
      'segments_campaign_flags',
      sql`${t.campaignId} is not null or not (${t.campaignTarget} or ${t.campaignResponse})`,
    ),
    check('segments_steps', sql`${t.currentStep} between 0 and ${t.lastStep}`),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id], name: 'segments_workspace_fk' }),
    foreignKey({
      columns: [t.workspaceId, t.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
      name: 'segments_campaign_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.salespersonCode],
      foreignColumns: [salespeople.workspaceId, salespeople.code],
      name: 'segments_salesperson_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.interactionTemplateCode],
      foreignColumns: [interactionTemplates.workspaceId, interactionTemplates.code],
      name: 'segments_template_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.interactionGroupCode],
      foreignColumns: [interactionGroups.workspaceId, interactionGroups.code],
      name: 'segments_group_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.languageCode],
      foreignColumns: [languages.workspaceId, languages.code],
      name: 'segments_language_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.createdBy],
      foreignColumns: [members.workspaceId, members.id],
      name: 'segments_created_by_fk',
    }),
  ],
);

/** What was done to a segment, in order; the numbers say what it changed when it was carried out. */
export const segmentSteps = pgTable(
  'segment_steps',
  {
    workspaceId: workspaceId(),
    segmentId: ref('segment_id').notNull(),
    no: integer('no').notNull(),
    input: jsonb('input').$type<unknown>().notNull(),
    /** Lines this step added have these numbers (first > last: none). */
    firstLineNo: ref('first_line_no').notNull(),
    lastLineNo: ref('last_line_no').notNull(),
    companies: integer('companies').notNull(),
    people: integer('people').notNull(),
    /** By how much it changed the totals of the segment. */
    cost: numeric('cost', { precision: 18, scale: 2 }).notNull().default('0'),
    duration: ref('duration').notNull().default(0),
    /** The header's fields before and after a step that changed them. */
    headerBefore: jsonb('header_before').$type<unknown>(),
    headerAfter: jsonb('header_after').$type<unknown>(),
    memberId: ref('member_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.segmentId, t.no] }),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'segment_steps_segment_fk',
    }),
  ],
);

/**
 * Contacts of segments. A line that a later step removed stays, with that step's number, and so does one whose
 * own step was undone: undo and redo only switch `live`.
 */
export const segmentLines = pgTable(
  'segment_lines',
  {
    workspaceId: workspaceId(),
    segmentId: ref('segment_id').notNull(),
    lineNo: ref('line_no').notNull(),
    contactId: ref('contact_id').notNull(),
    /** 0, or higher where a contact was added again on purpose (*Allow existing contacts*). */
    copy: integer('copy').notNull().default(0),
    isCompany: boolean('is_company').notNull(),
    live: boolean('live').notNull().default(true),
    addedStep: integer('added_step').notNull(),
    removedStep: integer('removed_step'),
    /**
     * What the line does not take from the header, by field; null when it follows in everything. One document and not
     * a column per field, because a line may have a blank of its own, which is not the same as none.
     */
    own: jsonb('own').$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.segmentId, t.lineNo] }),
    uniqueIndex('segment_lines_live_contact')
      .on(t.workspaceId, t.segmentId, t.contactId, t.copy)
      .where(sql`${t.live}`),
    index('segment_lines_removed')
      .on(t.workspaceId, t.segmentId, t.removedStep)
      .where(sql`${t.removedStep} is not null`),
    index('segment_lines_copies')
      .on(t.workspaceId, t.segmentId, t.contactId)
      .where(sql`${t.live} and ${t.copy} > 0`),
    index('segment_lines_own').on(t.workspaceId, t.segmentId, t.lineNo).where(sql`${t.own} is not null`),
    index('segment_lines_contact').on(t.workspaceId, t.contactId),
    foreignKey({
      columns: [t.workspaceId, t.segmentId],
      foreignColumns: [segments.workspaceId, segments.id],
      name: 'segment_lines_segment_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'segment_lines_contact_fk',
    }),
  ],
);

/** What a step changed on lines that stayed, so that it can be undone and redone exactly. */
export const segmentLineEdits = pgTable(
  'segment_line_edits',
  {
    workspaceId: workspaceId(),
    segmentId: ref('segment_id').notNull(),
    stepNo: integer('step_no').notNull(),
    lineNo: ref('line_no').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.segmentId, t.stepNo, t.lineNo] }),
    foreignKey({
      columns: [t.workspaceId, t.segmentId, t.stepNo],
      foreignColumns: [segmentSteps.workspaceId, segmentSteps.segmentId, segmentSteps.no],
      name: 'segment_line_edits_step_fk',
    }).onDelete('cascade'),
  ],
);
