import { type Family, familyOf, isFamilyField, isInstantField } from './fields.ts';
import type { Condition, Criteria, Expression, Term } from './model.ts';
import { leavesOf } from './rules.ts';

/** The terms below a condition, in order. */
export function termsIn(condition: Condition): Term[] {
  if ('field' in condition) return [condition];
  return condition.op === 'not' ? termsIn(condition.of) : condition.of.flatMap(termsIn);
}

/** All terms of some criteria, in order, wherever they stand. */
export const termsOf = (criteria: Pick<Criteria, 'all'>): Term[] => criteria.all.flatMap(termsIn);

export const countTerms = (criteria: Criteria): number => termsOf(criteria).length;

/** How many single tests there are in all terms. */
export const countValues = (criteria: Criteria): number =>
  termsOf(criteria).reduce((sum, term) => sum + leavesOf(term.expression).length, 0);

/** The first term that stands in more groups and negations than may be. */
export function termBelow(conditions: readonly Condition[], levels: number): Term | undefined {
  for (const condition of conditions) {
    if ('field' in condition) {
      if (levels < 0) return condition;
      continue;
    }
    const found = termBelow(condition.op === 'not' ? [condition.of] : condition.of, levels - 1);
    if (found) return found;
  }
  return undefined;
}

/** Terms only, side by side: all that the first version could say. */
export function plainTerms(criteria: Criteria): Term[] | undefined {
  const terms = criteria.all.filter((condition) => 'field' in condition);
  return terms.length === criteria.all.length ? terms : undefined;
}

/** A term about something that a contact may have several of. */
export const isFamilyTerm = (condition: Condition): condition is Term =>
  'field' in condition && isFamilyField(condition.field);

/** A term about one of these. */
export const isTermOf =
  (family: Family) =>
  (condition: Condition): condition is Term =>
    'field' in condition && familyOf(condition.field) === family;

/**
 * The one way to hold criteria: no group of one, except a term of `interaction.*` or `opportunity.*` that brackets keep
 * apart from what stands beside it; no group around everything; no double
 * negation; a zone only where days depend on it.
 */
export function canonicalCriteria(criteria: Criteria): Criteria {
  let all = canonicalList(criteria.all, 'all');
  for (;;) {
    const [only] = all;
    if (all.length !== 1 || !only || 'field' in only || only.op !== 'all') break;
    all = canonicalList(only.of, 'all');
  }
  const { timeZone } = criteria;
  const zoned = timeZone !== undefined && termsOf({ all }).some(({ field }) => isInstantField(field));
  return { version: 2, all, ...(zoned && { timeZone }) };
}

/** @param beside what the conditions stand in: brackets around one mean something beside others of an `all` only */
function canonicalList(list: readonly Condition[], beside: 'all' | 'any' | 'not'): Condition[] {
  return list.map((condition) => canonical(condition, list.length > 1 ? beside : 'not'));
}

function canonical(condition: Condition, beside: 'all' | 'any' | 'not'): Condition {
  if ('field' in condition) return condition;
  if (condition.op === 'not') {
    const of = canonical(condition.of, 'not');
    return 'op' in of && of.op === 'not' ? kept(of.of, beside) : { op: 'not', of };
  }
  const [only] = condition.of;
  if (condition.of.length > 1 || !only) {
    return { op: condition.op, of: canonicalList(condition.of, condition.op) };
  }
  return kept(canonical(only, beside), beside);
}

const kept = (inner: Condition, beside: 'all' | 'any' | 'not'): Condition =>
  beside === 'all' && isFamilyTerm(inner) ? { op: 'all', of: [inner] } : inner;

/** The same criteria by their days alone, as they are written. */
export function withoutWords(criteria: Criteria): Criteria {
  const plain = (expression: Expression): Expression => {
    if ('of' in expression) return { op: expression.op, of: expression.of.map(plain) };
    if (!('words' in expression)) return expression;
    const { words, ...rest } = expression;
    return rest;
  };
  const each = (condition: Condition): Condition => {
    if ('field' in condition) return { field: condition.field, expression: plain(condition.expression) };
    return condition.op === 'not'
      ? { op: 'not', of: each(condition.of) }
      : { op: condition.op, of: condition.of.map(each) };
  };
  return { ...criteria, all: criteria.all.map(each) };
}
