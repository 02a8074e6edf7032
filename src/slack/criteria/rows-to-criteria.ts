import { type FieldName, fieldDefinition } from '../../criteria/fields.ts';
import { MAX_VALUE_LENGTH } from '../../criteria/limits.ts';
import {
  type Condition,
  type Criteria,
  criteriaSchema,
  type Expression,
  type Leaf,
  type Term,
  unreadable,
} from '../../criteria/model.ts';
import { type FilterRow, valueKind } from './filter-row.ts';

export type RowFault = 'missing' | 'too-long' | 'unreadable' | 'not-usable';

/** What is wrong with a row's value. */
export interface RowProblem {
  rowId: number;
  fault: RowFault;
}

/** Either criteria, or what has to be put right first. Rows without a field are passed over. */
export type RowsResult = { criteria: Criteria } | { problems: RowProblem[] };

/**
 * Puts filter rows into criteria: all of them must be met.
 * @param timeZone whose days are meant
 */
export function rowsToCriteria(rows: readonly FilterRow[], timeZone?: string): RowsResult {
  const problems: RowProblem[] = [];
  const terms: Condition[] = [];
  for (const row of rows) {
    if (row.field === null) continue;
    const read = expressionOf({ ...row, field: row.field });
    if (typeof read === 'string') problems.push({ rowId: row.id, fault: read });
    else terms.push(conditionOf(row, { field: row.field, expression: read }));
  }
  if (problems.length > 0) return { problems };
  const parsed = criteriaSchema.safeParse({ version: 2, all: terms, ...(timeZone && { timeZone }) });
  return parsed.success ? { criteria: parsed.data } : { problems: blame(rows) };
}

/** The rows that cannot stand alone, or the last one when it is their number that is too much. */
function blame(rows: readonly FilterRow[]): RowProblem[] {
  const filled = rows.filter((row) => row.field !== null);
  const faulty = filled.filter((row) => 'problems' in singleRow(row));
  const guilty = faulty.length > 0 ? faulty : filled.slice(-1);
  return guilty.map((row) => ({ rowId: row.id, fault: 'not-usable' }));
}

function singleRow(row: FilterRow): RowsResult {
  const expression = row.field === null ? 'missing' : expressionOf({ ...row, field: row.field });
  const parsed = criteriaSchema.safeParse({ version: 2, all: [{ field: row.field, expression }] });
  return parsed.success ? { criteria: parsed.data } : { problems: [{ rowId: row.id, fault: 'not-usable' }] };
}

/** Not in a time is about all interactions, and so stands apart from what else is asked of one. */
const conditionOf = (row: FilterRow, term: Term): Condition =>
  row.operator === 'not-between' ? { op: 'not', of: term } : term;

function expressionOf(row: FilterRow & { field: FieldName }): Expression | RowFault {
  if (row.operator === 'blank' || row.operator === 'filled') return { op: row.operator };
  const between = ['between', 'days'].includes(valueKind(row.field, row.operator));
  const texts = (between ? [row.from, row.to] : row.values.map(({ value }) => value))
    .map((text) => text.trim())
    .filter(Boolean);
  if (texts.length === 0) return 'missing';
  if (texts.some((text) => text.length > MAX_VALUE_LENGTH)) return 'too-long';
  if (texts.some((text) => unreadable.test(text))) return 'unreadable';
  if (between) {
    const [from, to] = [row.from.trim(), row.to.trim()];
    return { op: 'range', ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }
  const unique = [...new Set(texts)];
  if (fieldDefinition(row.field).kind === 'profile') return profileAnswers(unique);
  const [first = ''] = unique;
  switch (row.operator) {
    case 'is':
      return { op: 'eq', value: first };
    case 'is-not':
      return { op: 'ne', value: first };
    case 'none-of':
      return group(
        'all',
        unique.map((value) => ({ op: 'ne', value })),
      );
    case 'contains':
      return { op: 'like', pattern: [{ wild: '*' }, { text: first }, { wild: '*' }] };
    case 'begins':
      return { op: 'like', pattern: [{ text: first }, { wild: '*' }] };
    case 'ends':
      return { op: 'like', pattern: [{ wild: '*' }, { text: first }] };
    default:
      return group(
        'any',
        unique.map((value) => ({ op: 'eq', value })),
      );
  }
}

function group(op: 'any' | 'all', leaves: Leaf[]): Expression {
  const [only] = leaves;
  return leaves.length === 1 && only ? only : { op, of: leaves };
}

/** Chosen answers have the code `QUESTIONNAIRE/line`. */
function profileAnswers(codes: string[]): Expression | RowFault {
  const leaves: Leaf[] = [];
  for (const code of codes) {
    const [, questionnaire, line] = /^(.+)\/(\d{1,10})$/.exec(code) ?? [];
    if (!questionnaire || !line) return 'not-usable';
    leaves.push({ op: 'answer', questionnaire, line: Number(line) });
  }
  return group('any', leaves);
}
