import { z } from 'zod';
import {
  type CodeTable,
  type FieldName,
  fieldDefinition,
  fieldNames,
  isMembershipField,
} from '../../criteria/fields.ts';

/** What a filter row asks of its field. */
export const rowOperators = [
  'is',
  'is-not',
  'one-of',
  'none-of',
  'contains',
  'begins',
  'ends',
  'between',
  'not-between',
  'blank',
  'filled',
] as const;
export type RowOperator = (typeof rowOperators)[number];

/** A chosen code or typed text; `text` is what the person saw when choosing it. */
const rowValue = z.object({ value: z.string(), text: z.string() });
export type RowValue = z.infer<typeof rowValue>;

/** One row of filters in the modal, as far as it is filled in. */
export const filterRow = z.object({
  /** Tells rows apart while the modal is open; never used twice. */
  id: z.number().int(),
  /** Null until a field is chosen. */
  field: z.enum(fieldNames as [FieldName, ...FieldName[]]).nullable(),
  operator: z.enum(rowOperators),
  values: z.array(rowValue),
  from: z.string(),
  to: z.string(),
});
export type FilterRow = z.infer<typeof filterRow>;

/** More rows would not fit on a modal, whose limit is 100 blocks. */
export const MAX_ROWS = 20;

/** Codes chosen in all rows together, and characters of a list typed line by line: a view has 250 KB at most. */
export const MAX_CODES = 300;
export const MAX_LINES_LENGTH = 1000;

export const emptyRow = (id: number): FilterRow => ({
  id,
  field: null,
  operator: 'is',
  values: [],
  from: '',
  to: '',
});

/** The input a row needs for what it asks. */
export type ValueKind = 'none' | 'text' | 'lines' | 'codes' | 'choice' | 'between' | 'days';

const TEXT = ['is', 'is-not', 'one-of', 'contains', 'begins', 'ends', 'between'] as const;
const NUMBER = ['is', 'is-not', 'one-of', 'begins', 'between'] as const;

/** What a row may ask of a field, the usual thing first. */
export function operatorsOf(name: FieldName): RowOperator[] {
  const field = fieldDefinition(name);
  const blanks: RowOperator[] = field.blankable ? ['blank', 'filled'] : [];
  // Whom there was no contact with for some time is asked for more than anything else about interactions.
  if (name === 'interaction.date') return ['between', 'not-between', ...blanks];
  if (field.kind === 'date') return ['between', ...blanks];
  if (isMembershipField(name)) return ['one-of', 'none-of', ...blanks];
  if (field.kind === 'number') return ['is', 'between', ...blanks];
  // A test of "not this one" is met by any other row of a list, which is not what people expect of it.
  if (field.many) return [field.kind === 'choice' ? 'is' : 'one-of', ...blanks];
  if (field.kind === 'choice') return ['is', 'is-not', ...blanks];
  if (field.kind === 'code' && field.table) return ['one-of', 'none-of', ...blanks];
  return [...(field.kind === 'code' ? NUMBER : TEXT), ...blanks];
}

/** The operator a row starts with when its field is chosen. */
export const firstOperator = (name: FieldName): RowOperator => operatorsOf(name)[0] ?? 'is';

export function valueKind(name: FieldName, operator: RowOperator): ValueKind {
  if (operator === 'blank' || operator === 'filled') return 'none';
  const field = fieldDefinition(name);
  if (operator === 'between' || operator === 'not-between') return field.kind === 'date' ? 'days' : 'between';
  if (field.kind === 'choice') return 'choice';
  if (field.kind === 'profile' || field.table) return 'codes';
  return operator === 'one-of' ? 'lines' : 'text';
}

/** A row whose field was chosen anew: nothing of the old field stays. */
export const withField = (row: FilterRow, field: FieldName | null): FilterRow => ({
  ...emptyRow(row.id),
  field,
  operator: field ? firstOperator(field) : 'is',
});

/** A row that asks something else of its field: what was filled in stays where it still fits. */
export function withOperator(row: FilterRow, operator: RowOperator): FilterRow {
  if (!row.field || !operatorsOf(row.field).includes(operator)) return row;
  const [before, after] = [valueKind(row.field, row.operator), valueKind(row.field, operator)];
  if (before === after) return { ...row, operator };
  const typed = ['text', 'lines'].includes(before) && ['text', 'lines'].includes(after);
  const values = typed ? row.values.slice(0, after === 'text' ? 1 : undefined) : [];
  return { ...row, operator, values, from: '', to: '' };
}

/** The lists of codes as the search calls them. */
const LISTS = {
  countries: 'countries',
  territories: 'territories',
  salespeople: 'salespeople',
  languages: 'languages',
  currencies: 'currencies',
  organizationalLevels: 'levels',
  salutations: 'salutations',
  industryGroups: 'industries',
  mailingGroups: 'mailings',
  jobResponsibilities: 'jobs',
  businessRelations: 'relations',
  campaigns: 'campaigns',
  interactionTemplates: 'templates',
  segments: 'segments',
  loggedSegments: 'loggedSegments',
} as const satisfies Record<CodeTable, string>;

/** The list a field's codes are searched in, or nothing when it has none. */
export function codeListOf(name: FieldName): (typeof LISTS)[CodeTable] | 'profiles' | undefined {
  const field = fieldDefinition(name);
  if (field.kind === 'profile') return 'profiles';
  return field.table ? LISTS[field.table] : undefined;
}
