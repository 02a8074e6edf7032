import { type CodeTable, type FieldName, fieldDefinition } from './fields.ts';
import type { Criteria, Leaf, Pattern, Term } from './model.ts';
import type { Span } from './problems.ts';
import { hasWild, leavesOf } from './rules.ts';
import { termsOf } from './tree.ts';

/** Something that must be in the workspace's tables for a term to make sense. */
export type Reference = {
  field: FieldName;
  /** Index of the term among all, wherever it stands. */
  term: number;
  /** Where it stands in the text; absent for a tree that was not written. */
  from?: number;
  to?: number;
} & (
  | { table: CodeTable; value: string }
  | { table: 'profileQuestionnaires'; value: string }
  | { table: 'profileAnswers'; value: string; line: number }
  /** An answer, or a question, in words. */
  | { table: 'profileWords'; value: string; of: 'answer' | 'question' }
);

/** Every code that criteria name exactly, in order. Patterns and ranges name none. */
export function collectReferences(criteria: Criteria, spans?: ReadonlyMap<Leaf | Term, Span>): Reference[] {
  return termsOf(criteria).flatMap(({ field, expression }, term) =>
    leavesOf(expression).flatMap((leaf) => {
      const span = spans?.get(leaf);
      return referencesOf(leaf, { field, term, ...(span && { from: span.from, to: span.to }) });
    }),
  );
}

type Place = Pick<Reference, 'field' | 'term' | 'from' | 'to'>;

function referencesOf(leaf: Leaf, place: Place): Reference[] {
  const { table } = fieldDefinition(place.field);
  switch (leaf.op) {
    case 'eq':
    case 'ne':
      return table ? [{ ...place, table, value: leaf.value }] : [];
    case 'questionnaire':
      return [{ ...place, table: 'profileQuestionnaires', value: leaf.questionnaire }];
    case 'answer':
      return [{ ...place, table: 'profileAnswers', value: leaf.questionnaire, line: leaf.line }];
    case 'words':
      return [...wordsOf(leaf.question, 'question', place), ...wordsOf(leaf.answer, 'answer', place)];
    default:
      return [];
  }
}

function wordsOf(pattern: Pattern | undefined, of: 'answer' | 'question', place: Place): Reference[] {
  if (!pattern || hasWild(pattern)) return [];
  const value = pattern.map((part) => ('text' in part ? part.text : '')).join('');
  return [{ ...place, table: 'profileWords', value, of }];
}
