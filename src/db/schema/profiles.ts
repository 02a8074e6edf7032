import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { businessRelations } from './code-tables.ts';
import { ref, workspaceId } from './columns.ts';
import { contacts } from './contacts.ts';
import { workspaces } from './workspaces.ts';

export const profileQuestionnaires = pgTable(
  'profile_questionnaires',
  {
    workspaceId: workspaceId(),
    code: text('code').notNull(),
    description: text('description').notNull(),
    /** Blank = companies and people. */
    contactType: text('contact_type', { enum: ['', 'companies', 'people'] }).notNull(),
    businessRelationCode: text('business_relation_code'),
    priority: text('priority').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.code] }),
    foreignKey({
      columns: [t.workspaceId],
      foreignColumns: [workspaces.id],
      name: 'profile_questionnaires_workspace_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.businessRelationCode],
      foreignColumns: [businessRelations.workspaceId, businessRelations.code],
      name: 'profile_questionnaires_business_relation_fk',
    }),
  ],
);

/** Questions and their answers in line order; an answer belongs to the question its `questionLineNo` names. */
export const profileQuestionnaireLines = pgTable(
  'profile_questionnaire_lines',
  {
    workspaceId: workspaceId(),
    questionnaireCode: text('questionnaire_code').notNull(),
    lineNo: integer('line_no').notNull(),
    type: text('type', { enum: ['question', 'answer'] }).notNull(),
    questionLineNo: integer('question_line_no').notNull(),
    description: text('description').notNull(),
    multipleAnswers: boolean('multiple_answers').notNull(),
    priority: text('priority').notNull(),
    autoClassification: boolean('auto_classification').notNull(),
    /** How an automatically classified question works out its answers. */
    classification: jsonb('classification').$type<Record<string, string>>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.questionnaireCode, t.lineNo] }),
    foreignKey({
      columns: [t.workspaceId, t.questionnaireCode],
      foreignColumns: [profileQuestionnaires.workspaceId, profileQuestionnaires.code],
      name: 'profile_questionnaire_lines_questionnaire_fk',
    }),
  ],
);

export const contactProfileAnswers = pgTable(
  'contact_profile_answers',
  {
    workspaceId: workspaceId(),
    contactId: ref('contact_id').notNull(),
    questionnaireCode: text('questionnaire_code').notNull(),
    lineNo: integer('line_no').notNull(),
    priority: text('priority').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.contactId, t.questionnaireCode, t.lineNo] }),
    index('contact_profile_answers_line').on(t.workspaceId, t.questionnaireCode, t.lineNo, t.contactId),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'contact_profile_answers_contact_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.questionnaireCode, t.lineNo],
      foreignColumns: [
        profileQuestionnaireLines.workspaceId,
        profileQuestionnaireLines.questionnaireCode,
        profileQuestionnaireLines.lineNo,
      ],
      name: 'contact_profile_answers_line_fk',
    }),
  ],
);
