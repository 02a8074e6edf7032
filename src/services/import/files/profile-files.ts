import { choice, code, decimal, flag, text, whole } from '../cells.ts';
import { column, type ImportFile, importFile, type Row } from '../import-file.ts';

const priority = (options: { filled?: boolean } = {}) =>
  choice(
    {
      // An answer of this priority counts, but is not shown on the contact (`domain.md` §3.3).
      'Very Low (Hidden)': 'very-low',
      'Very Low': 'very-low',
      Low: 'low',
      Normal: 'normal',
      High: 'high',
      'Very High': 'very-high',
    },
    { blank: 'normal', ...options },
  );

export const questionnairesFile: ImportFile = importFile({
  name: 'profile_questionnaires.csv',
  table: 'profile_questionnaires',
  things: 'profile questionnaires',
  key: ['code'],
  columns: [
    column('code', code(20, { filled: true }), { required: true }),
    column('description', text(250), { required: true }),
    column('contact_type', choice({ Companies: 'companies', People: 'people' })),
    column('business_relation_code', code(10)),
    column('priority', priority()),
  ],
  references: [{ column: 'business_relation_code', to: 'business_relations.csv' }],
});

/** How a question that answers itself does so; kept, not carried out. */
const CLASSIFICATION = {
  customer_class_field: text(100),
  vendor_class_field: text(100),
  contact_class_field: text(100),
  starting_date_formula: text(30),
  ending_date_formula: text(30),
  classification_method: text(50),
  sorting_method: text(50),
  no_of_decimals: whole(),
  from_value: decimal({ decimals: 5 }),
  to_value: decimal({ decimals: 5 }),
  min_pct_questions_answered: decimal({ decimals: 5, max: 100 }),
};

function classify(row: Row): void {
  const given = Object.keys(CLASSIFICATION)
    .map((name) => [name, row[name]] as const)
    .filter(([, value]) => value && value !== '0');
  row.classification = given.length > 0 ? JSON.stringify(Object.fromEntries(given)) : null;
}

export const questionnaireLinesFile: ImportFile = importFile({
  name: 'profile_questionnaire_lines.csv',
  table: 'profile_questionnaire_lines',
  key: ['questionnaire_code', 'line_no'],
  columns: [
    column('questionnaire_code', code(20, { filled: true }), { required: true }),
    column('line_no', whole({ min: 1, blank: null }), { type: 'integer', required: true }),
    column('type', choice({ Question: 'question', Answer: 'answer' }, { filled: true }), { required: true }),
    column('question_line_no', whole({ min: 1, blank: null }), { type: 'integer', required: true }),
    column('description', text(250), { required: true }),
    column('multiple_answers', flag(), { type: 'boolean' }),
    column('priority', priority()),
    column('auto_contact_classification', flag(), { type: 'boolean', target: 'auto_classification' }),
    ...Object.entries(CLASSIFICATION).map(([name, cell]) => column(name, cell, { target: null })),
    {
      name: 'classification',
      cell: text(2000),
      type: 'jsonb',
      required: false,
      target: 'classification',
      from: Object.keys(CLASSIFICATION),
    },
  ],
  finish: classify,
  references: [{ column: 'questionnaire_code', to: 'profile_questionnaires.csv' }],
});

export const profileAnswersFile: ImportFile = importFile({
  name: 'profile_answers.csv',
  table: 'contact_profile_answers',
  contacts: 'any',
  key: ['contact_no', 'questionnaire_code', 'line_no'],
  columns: [
    column('contact_no', code(20, { filled: true }), { required: true, target: 'contact_id' }),
    column('questionnaire_code', code(20, { filled: true }), { required: true }),
    column('line_no', whole({ min: 1, blank: null }), { type: 'integer', required: true }),
    column('answer_priority', priority(), { target: 'priority' }),
  ],
  // The words are those of the questionnaire's lines.
  ignored: ['contact_company_no', 'question', 'answer', 'questionnaire_priority'],
});
