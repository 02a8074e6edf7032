import { z } from 'zod';
import { type FieldName, fieldNames } from './fields.ts';
import { MAX_DEPTH, MAX_TERMS, MAX_VALUE_LENGTH, MAX_VALUES, MAX_WORDS_LENGTH } from './limits.ts';
import { canonicalTerm, termFault } from './rules.ts';
import { canonicalCriteria, countTerms, countValues } from './tree.ts';

/** A piece of a pattern: text as it is, any characters (`*`) or one character (`?`). */
export type PatternPart = { text: string } | { wild: '*' | '?' };
/** Pieces in order; two texts never follow each other. */
export type Pattern = PatternPart[];

/**
 * A test of one value. `exact` minds upper and lower case, which texts otherwise do not. Dates are `YYYY-MM-DD`;
 * `words` are those they were resolved from, where another day would give other dates (`last 30 days`).
 */
export type Comparison =
  | { op: 'eq' | 'ne'; value: string; exact?: true; words?: string }
  | { op: 'lt' | 'le' | 'gt' | 'ge'; value: string; words?: string }
  /** Both ends belong to it; at least one is given. */
  | { op: 'range'; from?: string; to?: string; words?: string }
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

/**
 * A term, or several of them put together. Terms of `interaction.*` that stand side by side in one `all` are met by one
 * and the same interaction, those of `opportunity.*` by one opportunity, so an `all` may hold one such term to keep it apart from others; else groups have two or
 * more.
 */
export type Condition = Term | { op: 'all' | 'any'; of: Condition[] } | { op: 'not'; of: Condition };

/** Which contacts are meant: those that meet all conditions; none = every contact. Stored as JSON. */
export interface Criteria {
  version: 2;
  all: Condition[];
  /** IANA zone whose days `created` and `modified` mean; UTC where there is none. */
  timeZone?: string;
}

export const emptyCriteria: Criteria = { version: 2, all: [] };

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
const words = value.max(MAX_WORDS_LENGTH).exactOptional();
const questionnaire = value.max(100);
const line = z.int().min(1).max(2147483647);

const leaves = [
  z.strictObject({ op: z.enum(['eq', 'ne']), value, exact, words }),
  z.strictObject({ op: z.enum(['lt', 'le', 'gt', 'ge']), value, words }),
  z
    .strictObject({ op: z.literal('range'), from: value.exactOptional(), to: value.exactOptional(), words })
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
  .transform(canonicalTerm)
  .check((ctx) => {
    const fault = termFault(ctx.value);
    if (fault) ctx.issues.push({ code: 'custom', message: fault, input: ctx.value, path: ['expression'] });
  });

/** Built level by level, like expressions. */
function condition(levels: number): z.ZodType<Condition> {
  if (levels === 0) return term;
  const inner = condition(levels - 1);
  return z.union([
    term,
    z.strictObject({ op: z.enum(['all', 'any']), of: z.array(inner).min(1) }),
    z.strictObject({ op: z.literal('not'), of: inner }),
  ]);
}

const timeZone = z.string().max(64).refine(isTimeZone).exactOptional();

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads a tree from a modal or the database; it comes out in its one canonical form, codes in upper case. Version 1 had
 * terms only, and is read as what it meant.
 */
export const criteriaSchema: z.ZodType<Criteria> = z
  .strictObject({
    version: z.union([z.literal(1), z.literal(2)]).transform(() => 2 as const),
    all: z.array(condition(MAX_DEPTH)).max(MAX_TERMS),
    timeZone,
  })
  .transform(canonicalCriteria)
  .refine((criteria) => countTerms(criteria) <= MAX_TERMS, 'too_many_terms')
  .refine((criteria) => countValues(criteria) <= MAX_VALUES, 'too_many_values');
