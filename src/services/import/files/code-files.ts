import { code, decimal, email, text } from '../cells.ts';
import { column, type ImportFile, importFile } from '../import-file.ts';

interface CodeFile {
  table: string;
  /** Length of its codes (`domain.md` §6). */
  max?: number;
  /** The column with the words. */
  words?: 'description' | 'name';
  ignored?: string[];
}

const codeFile = ({ table, max = 10, words = 'description', ignored = [] }: CodeFile): ImportFile =>
  importFile({
    name: `${table}.csv`,
    table,
    key: ['code'],
    columns: [
      column('code', code(max, { filled: true }), { required: true }),
      column(words, text(100), { required: true, target: 'description' }),
    ],
    ignored,
  });

/** Files of a code and what people call it (`domain.md` §3.3). */
export const codeFiles: ImportFile[] = [
  codeFile({ table: 'territories', words: 'name' }),
  codeFile({ table: 'countries', words: 'name', ignored: ['iso_numeric', 'eu_code'] }),
  codeFile({ table: 'currencies', words: 'name', ignored: ['iso_numeric'] }),
  codeFile({ table: 'languages', words: 'name' }),
  codeFile({ table: 'salutations' }),
  codeFile({ table: 'organizational_levels' }),
  codeFile({ table: 'industry_groups' }),
  codeFile({ table: 'mailing_groups' }),
  codeFile({ table: 'business_relations' }),
  codeFile({ table: 'job_responsibilities' }),
  codeFile({ table: 'web_sources', ignored: ['url'] }),
  codeFile({ table: 'interaction_groups' }),
  codeFile({ table: 'campaign_statuses' }),
];

export const salespeopleFile: ImportFile = importFile({
  name: 'salespeople.csv',
  table: 'salespeople',
  key: ['code'],
  columns: [
    column('code', code(20, { filled: true }), { required: true }),
    column('name', text(50, { filled: true }), { required: true, target: 'description' }),
    column('commission_pct', decimal({ decimals: 5, max: 100 }), { type: 'numeric' }),
    column('email', email(80)),
  ],
});
