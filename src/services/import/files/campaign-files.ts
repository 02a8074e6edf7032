import { choice, code, decimal, flag, isoDate, text, whole } from '../cells.ts';
import { column, type ImportFile, importFile } from '../import-file.ts';

/** `domain.md` §3.7. */
export const templatesFile: ImportFile = importFile({
  name: 'interaction_templates.csv',
  table: 'interaction_templates',
  key: ['code'],
  columns: [
    column('code', code(10, { filled: true }), { required: true }),
    column('description', text(100), { required: true }),
    column('interaction_group_code', code(10, { filled: true }), { required: true }),
    column('unit_cost_lcy', decimal({ decimals: 2 }), { type: 'numeric', target: 'unit_cost' }),
    column('unit_duration_min', whole(), { type: 'integer', target: 'unit_duration' }),
    column('information_flow', choice({ Outbound: 'outbound', Inbound: 'inbound' })),
    column('initiated_by', choice({ Us: 'us', Them: 'them' })),
    column('language_code_default', code(10), { target: 'language_code' }),
    column('correspondence_type_default', choice({ 'Hard Copy': 'hard-copy', Email: 'email' }), {
      target: 'correspondence_type',
    }),
    column('wizard_action', choice({ Open: 'open', Import: 'import', Merge: 'merge' })),
    column('ignore_contact_corres_type', flag(), {
      type: 'boolean',
      target: 'ignore_contact_correspondence_type',
    }),
  ],
  references: [
    { column: 'interaction_group_code', to: 'interaction_groups.csv' },
    { column: 'language_code_default', to: 'languages.csv' },
  ],
});

/** `domain.md` §3.8. */
export const campaignsFile: ImportFile = importFile({
  name: 'campaigns.csv',
  table: 'campaigns',
  key: ['no'],
  columns: [
    column('no', code(20, { filled: true }), { required: true }),
    column('description', text(100), { required: true }),
    column('starting_date', isoDate(), { type: 'date' }),
    column('ending_date', isoDate(), { type: 'date' }),
    column('salesperson_code', code(20)),
    column('status_code', code(10)),
  ],
  ignored: ['no_series', 'global_dimension_1_code', 'global_dimension_2_code'],
  references: [
    { column: 'salesperson_code', to: 'salespeople.csv' },
    { column: 'status_code', to: 'campaign_statuses.csv' },
  ],
});
