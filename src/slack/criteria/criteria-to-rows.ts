import { fieldDefinition, isMembershipField } from '../../criteria/fields.ts';
import type { Criteria, Expression, Leaf, Pattern, Term } from '../../criteria/model.ts';
import { LIMITS } from '../limits.ts';
import {
  emptyRow,
  type FilterRow,
  MAX_CODES,
  MAX_LINES_LENGTH,
  MAX_ROWS,
  type RowOperator,
  type RowValue,
  valueKind,
} from './filter-row.ts';

type Asked = Pick<FilterRow, 'operator'> & Partial<Pick<FilterRow, 'values' | 'from' | 'to'>>;

/**
 * Criteria as filter rows, or nothing when rows cannot say the same.
 * @param firstId id of the first row; the others count on from it
 */
export function criteriaToRows(criteria: Criteria, firstId: number): FilterRow[] | undefined {
  if (criteria.all.length > MAX_ROWS) return undefined;
  const rows: FilterRow[] = [];
  for (const condition of criteria.all) {
    const negated = 'op' in condition && condition.op === 'not';
    const term = negated ? condition.of : condition;
    if (!('field' in term)) return undefined;
    const asked = negated ? askedNotOf(term) : askedOf(term);
    if (!asked) return undefined;
    const row = { ...emptyRow(firstId + rows.length), field: term.field, ...asked };
    if (!fits(row)) return undefined;
    rows.push(row);
  }
  const codes = rows.flatMap((row) => (isCodes(row) ? row.values : []));
  return codes.length <= MAX_CODES ? rows : undefined;
}

const isCodes = (row: FilterRow): boolean =>
  row.field !== null && valueKind(row.field, row.operator) === 'codes';

/** Slack takes options of 150 characters, 100 of them in a select; fields of one line take no line breaks. */
function fits(row: FilterRow): boolean {
  const texts = [...row.values.map(({ value }) => value), row.from, row.to].filter(Boolean);
  if (texts.some((text) => text !== text.trim() || /[\r\n]/.test(text))) return false;
  if (isCodes(row)) {
    return (
      row.values.length <= LIMITS.option.options && texts.every((text) => text.length <= LIMITS.option.value)
    );
  }
  return texts.join('\n').length <= MAX_LINES_LENGTH;
}

function askedOf({ field, expression }: Term): Asked | undefined {
  const definition = fieldDefinition(field);
  const leaves = leavesOf(expression);
  if (!leaves) return undefined;
  const [leaf] = leaves;
  if (!leaf || leaves.some((one) => 'exact' in one && one.exact)) return undefined;
  if (leaf.op === 'blank' || leaf.op === 'filled')
    return leaves.length === 1 ? { operator: leaf.op } : undefined;
  if (definition.kind === 'profile') return profileAnswers(expression, leaves);
  if (leaves.length === 1) return single(field, leaf);
  return several(field, expression, leaves);
}

/** Rows can say of interactions alone that there was none in some time. */
function askedNotOf(term: Term): Asked | undefined {
  const asked = term.field === 'interaction.date' ? askedOf(term) : undefined;
  return asked?.operator === 'between' ? { ...asked, operator: 'not-between' } : undefined;
}

/** The single tests of an expression that is one of them, or a group of nothing but them. */
function leavesOf(expression: Expression): Leaf[] | undefined {
  if (!('of' in expression)) return [expression];
  const leaves: Leaf[] = [];
  for (const one of expression.of) {
    if ('of' in one) return undefined;
    leaves.push(one);
  }
  return leaves;
}

const typed = (value: string): RowValue => ({ value, text: value });

function single(field: Term['field'], leaf: Leaf): Asked | undefined {
  const definition = fieldDefinition(field);
  // Lists and codes with a table are asked for as one of several, even where there is only one.
  const listed = valueKind(field, 'one-of') === 'codes';
  if (definition.kind === 'date') return days(leaf);
  switch (leaf.op) {
    case 'eq':
      return { operator: listed ? 'one-of' : 'is', values: [typed(leaf.value)] };
    case 'ne':
      if (isMembershipField(field)) return { operator: 'none-of', values: [typed(leaf.value)] };
      if (definition.many || definition.kind === 'number') return undefined;
      return { operator: listed ? 'none-of' : 'is-not', values: [typed(leaf.value)] };
    case 'range':
      if (listed) return undefined;
      return { operator: 'between', from: leaf.from ?? '', to: leaf.to ?? '' };
    case 'like':
      return listed ? undefined : patternOf(field, leaf.pattern);
    default:
      return undefined;
  }
}

function days(leaf: Leaf): Asked | undefined {
  if (leaf.op === 'eq') return { operator: 'between', from: leaf.value, to: leaf.value };
  if (leaf.op === 'range') return { operator: 'between', from: leaf.from ?? '', to: leaf.to ?? '' };
  return undefined;
}

function several(field: Term['field'], expression: Expression, leaves: Leaf[]): Asked | undefined {
  const definition = fieldDefinition(field);
  if (['choice', 'date'].includes(definition.kind)) return undefined;
  const listed = valueKind(field, 'one-of') === 'codes';
  const any = expression.op === 'any' && leaves.every(({ op }) => op === 'eq');
  const single = !definition.many || isMembershipField(field);
  const none = expression.op === 'all' && listed && single && leaves.every(({ op }) => op === 'ne');
  if (!any && !none) return undefined;
  const values = leaves.flatMap((leaf) => (leaf.op === 'eq' || leaf.op === 'ne' ? [typed(leaf.value)] : []));
  return { operator: any ? 'one-of' : 'none-of', values };
}

function patternOf(field: Term['field'], pattern: Pattern): Asked | undefined {
  const shape = pattern.map((part) => ('wild' in part ? part.wild : 't')).join('');
  const operators: Record<string, RowOperator> = { '*t*': 'contains', 't*': 'begins', '*t': 'ends' };
  const operator = operators[shape];
  const text = pattern.flatMap((part) => ('text' in part ? [part.text] : [])).join('');
  if (!operator || text !== text.trim()) return undefined;
  if (fieldDefinition(field).kind === 'code' && operator !== 'begins') return undefined;
  return { operator, values: [typed(text)] };
}

function profileAnswers(expression: Expression, leaves: Leaf[]): Asked | undefined {
  if (expression.op === 'all') return undefined;
  const values: RowValue[] = [];
  for (const leaf of leaves) {
    if (leaf.op !== 'answer') return undefined;
    values.push(typed(`${leaf.questionnaire}/${leaf.line}`));
  }
  return { operator: 'one-of', values };
}
