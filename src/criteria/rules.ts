import { isBusinessDate } from '../core/dates.ts';
import { type FieldDefinition, fieldDefinition, isMembershipField } from './fields.ts';
import type { Comparison, Expression, Leaf, Pattern, Term } from './model.ts';

/** Levels of an expression: 1 for a single test. */
export function depth(expression: Expression): number {
  return 'of' in expression ? 1 + Math.max(...expression.of.map(depth)) : 1;
}

/** The single tests of an expression, in order. */
export function leavesOf(expression: Expression): Leaf[] {
  return 'of' in expression ? expression.of.flatMap(leavesOf) : [expression];
}

export const hasWild = (pattern: Pattern): boolean => pattern.some((part) => 'wild' in part);
/** A pattern of nothing but `*` fits everything. */
export const fitsAll = (pattern: Pattern): boolean =>
  pattern.every((part) => 'wild' in part && part.wild === '*');

export type TermFault = 'test_not_for_field' | 'unknown_value' | 'useless_pattern' | 'never_true';

/** What is wrong with a term whose structure is sound, or nothing: not every test suits every field. */
export function termFault({ field, expression }: Term): TermFault | undefined {
  return expressionFault(fieldDefinition(field), expression, isMembershipField(field));
}

function expressionFault(
  field: FieldDefinition,
  expression: Expression,
  membership: boolean,
): TermFault | undefined {
  if (!('of' in expression)) return leafFault(field, expression);
  // One can be in two segments at once.
  if (expression.op === 'all' && !membership && contradicts(expression.of)) return 'never_true';
  for (const part of expression.of) {
    const fault = expressionFault(field, part, membership);
    if (fault) return fault;
  }
  return undefined;
}

/** Two different values at once: no field, and no one row of a list, has them. */
export function contradicts(parts: readonly Expression[]): boolean {
  const values = parts.flatMap((part) => {
    if (part.op === 'eq') return [part.value.toLowerCase()];
    return part.op === 'answer' ? [`${part.questionnaire.toLowerCase()}/${part.line}`] : [];
  });
  return new Set(values).size > 1;
}

function leafFault(field: FieldDefinition, leaf: Leaf): TermFault | undefined {
  if ('words' in leaf && field.kind !== 'date') return 'test_not_for_field';
  if (field.kind === 'date' || field.kind === 'number') {
    const isSound = field.kind === 'date' ? isBusinessDate : isCount;
    if (!valuesIn(leaf).every(isSound)) return 'unknown_value';
    if (leaf.op === 'range' && isReversed(field, leaf)) return 'never_true';
  }
  switch (leaf.op) {
    case 'blank':
    case 'filled':
      return field.blankable ? undefined : 'test_not_for_field';
    case 'answer':
    case 'questionnaire':
      return field.kind === 'profile' ? undefined : 'test_not_for_field';
    case 'words': {
      if (field.kind !== 'profile') return 'test_not_for_field';
      // No question means any question, and any answer to any question is `filled`.
      const useless = leaf.question ? fitsAll(leaf.question) : fitsAll(leaf.answer);
      return useless ? 'useless_pattern' : undefined;
    }
    case 'eq':
    case 'ne':
      if (field.kind === 'profile') return 'test_not_for_field';
      return field.kind === 'choice' && !field.values?.includes(leaf.value) ? 'unknown_value' : undefined;
    case 'like':
    case 'unlike':
      if (field.kind !== 'code' && field.kind !== 'text') return 'test_not_for_field';
      // Without wildcards it would be `eq`, with nothing but `*` it would be `filled`.
      return hasWild(leaf.pattern) && !fitsAll(leaf.pattern) ? undefined : 'useless_pattern';
    default:
      return field.kind === 'choice' || field.kind === 'profile' ? 'test_not_for_field' : undefined;
  }
}

/** A whole number as it is written back: no sign, no zeros before it. The value of an opportunity may be as long. */
const isCount = (text: string): boolean => /^(0|[1-9]\d{0,11})$/.test(text);

/** The values that a test compares with. */
function valuesIn(leaf: Leaf): string[] {
  if (leaf.op === 'range') return [leaf.from, leaf.to].filter((end) => end !== undefined);
  return 'value' in leaf ? [leaf.value] : [];
}

function isReversed({ kind }: FieldDefinition, { from, to }: Extract<Leaf, { op: 'range' }>): boolean {
  if (from === undefined || to === undefined) return false;
  return kind === 'number' ? Number(from) > Number(to) : from > to;
}

/** The one way to write a term: codes in upper case, exact case only where case has a meaning. */
export function canonicalTerm(term: Term): Term {
  const { kind } = fieldDefinition(term.field);
  if (kind === 'text' || kind === 'date' || kind === 'number') return withoutCase(kind, term);
  const written = kind === 'choice' ? (text: string) => text : (text: string) => text.toUpperCase();
  return { field: term.field, expression: canonical(term.expression, written) };
}

/** Days and numbers have an end of a range in one form only, and no range of one. */
export function canonicalOrder<Test extends Leaf>(leaf: Test): Test | Comparison {
  const words = 'words' in leaf && leaf.words !== undefined ? { words: leaf.words } : {};
  if (leaf.op === 'ge') return { op: 'range', from: leaf.value, ...words };
  if (leaf.op === 'le') return { op: 'range', to: leaf.value, ...words };
  if (leaf.op !== 'range' || leaf.from === undefined || leaf.from !== leaf.to) return leaf;
  return { op: 'eq', value: leaf.from, ...words };
}

/** Days and numbers have no case to mind. */
function withoutCase(kind: FieldDefinition['kind'], term: Term): Term {
  if (kind === 'text') return term;
  const strip = (expression: Expression): Expression => {
    if ('of' in expression) return { op: expression.op, of: expression.of.map(strip) };
    if (!('exact' in expression)) return canonicalOrder(expression);
    const { exact, ...rest } = expression;
    return canonicalOrder(rest);
  };
  return { field: term.field, expression: strip(term.expression) };
}

function canonical(expression: Expression, written: (text: string) => string): Expression {
  switch (expression.op) {
    case 'any':
    case 'all':
      return { op: expression.op, of: expression.of.map((part) => canonical(part, written)) };
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return { op: expression.op, value: written(expression.value) };
    case 'range': {
      const { from, to } = expression;
      return {
        op: 'range',
        ...(from !== undefined && { from: written(from) }),
        ...(to !== undefined && { to: written(to) }),
      };
    }
    case 'like':
    case 'unlike': {
      const pattern = expression.pattern.map((part) =>
        'text' in part ? { text: written(part.text) } : part,
      );
      return { op: expression.op, pattern };
    }
    case 'answer':
    case 'questionnaire':
      return { ...expression, questionnaire: written(expression.questionnaire) };
    default:
      return expression;
  }
}
