import { z } from 'zod';
import { type FieldName, fieldNames } from './fields.ts';
import { MAX_DEPTH, MAX_TERMS, MAX_VALUE_LENGTH, MAX_VALUES } from './limits.ts';
import { canonicalTerm, countValues, termFault } from './rules.ts';

/** A piece of a pattern: text as it is, any characters (`*`) or one character (`?`). */
export type PatternPart = { text: string } | { wild: '*' | '?' };
/** Pieces in order; two texts never follow each other. */
export type Pattern = PatternPart[];

/** A test of one value. `exact` minds upper and lower case, which texts otherwise do not. */
export type Comparison =
  | { op: 'eq' | 'ne'; value: string; exact?: true }
  | { op: 'lt' | 'le' | 'gt' | 'ge'; value: string }
  /** Both ends belong to it; at least one is given. */
  | { op: 'range'; from?: string; to?: string }
  | { op: 'like' | 'unlike'; pattern: Pattern; exact?: true }
  | { op: 'blank' | 'filled' };

/** A test of one answer in a profile questionnaire. */
export type ProfileTest =
  /** The answer on that line of the questionnaire. */
  | { op: 'answer'; questionnaire: string; line: number }
  /** Any answer in the questionnaire. */
  | { op: 'questionnaire'; questionnaire: string }
  /** An answer with these words, to a question with these words if given. Never minds case. */
  | { op: 'words'; question?: Pattern; answer: Pattern };

export type Leaf = Comparison | ProfileTest;
export type Group = { op: 'any'; of: Expression[] } | { op: 'all'; of: Expression[] };
export type Expression = Leaf | Group;

/** One field and what is asked of it. */
export interface Term {
  field: FieldName;
  expression: Expression;
}

/** Which contacts are meant: those that meet all terms; no term = every contact. Stored as JSON. */
export interface Criteria {
  version: 1;
  all: Term[];
}

export const emptyCriteria: Criteria = { version: 1, all: [] };

/** Texts that the database can hold: no NUL character, no half of a surrogate pair. */
export const unreadable = /[\0\p{Surrogate}]/u;

const value = z
  .string()
  .min(1)
  .max(MAX_VALUE_LENGTH)
  .refine((text) => !unreadable.test(text));
const pattern = z
  .array(z.union([z.strictObject({ text: value }), z.strictObject({ wild: z.enum(['*', '?']) })]))
  .min(1)
  .max(MAX_VALUE_LENGTH)
  .refine((parts) => parts.every((part, i) => !('text' in part && i > 0 && 'text' in (parts[i - 1] ?? {}))));
const exact = z.literal(true).exactOptional();
const questionnaire = value.max(100);
const line = z.int().min(1).max(2147483647);

const leaves = [
  z.strictObject({ op: z.enum(['eq', 'ne']), value, exact }),
  z.strictObject({ op: z.enum(['lt', 'le', 'gt', 'ge']), value }),
  z
    .strictObject({ op: z.literal('range'), from: value.exactOptional(), to: value.exactOptional() })
    .refine((range) => range.from !== undefined || range.to !== undefined),
  z.strictObject({ op: z.enum(['like', 'unlike']), pattern, exact }),
  z.strictObject({ op: z.enum(['blank', 'filled']) }),
  z.strictObject({ op: z.literal('answer'), questionnaire, line }),
  z.strictObject({ op: z.literal('questionnaire'), questionnaire }),
  z.strictObject({ op: z.literal('words'), question: pattern.exactOptional(), answer: pattern }),
] as const;

/** Built level by level, so that no input, however deep, can exhaust the stack. */
function expression(levels: number): z.ZodType<Expression> {
  if (levels === 1) return z.discriminatedUnion('op', leaves);
  const of = z.array(expression(levels - 1)).min(2);
  return z.discriminatedUnion('op', [
    ...leaves,
    z.strictObject({ op: z.literal('any'), of }),
    z.strictObject({ op: z.literal('all'), of }),
  ]);
}

const term: z.ZodType<Term> = z
  .strictObject({
    field: z.enum(fieldNames as [FieldName, ...FieldName[]]),
    expression: expression(MAX_DEPTH),
  })
  .check((ctx) => {
    const fault = termFault(ctx.value);
    if (fault) ctx.issues.push({ code: 'custom', message: fault, input: ctx.value, path: ['expression'] });
  })
  .transform(canonicalTerm);

/** Reads a tree from a modal or the database; codes come out in upper case. */
export const criteriaSchema: z.ZodType<Criteria> = z
  .strictObject({ version: z.literal(1), all: z.array(term).max(MAX_TERMS) })
  .refine((criteria) => countValues(criteria) <= MAX_VALUES, 'too_many_values');
