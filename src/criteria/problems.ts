/** What can be wrong with a text of criteria; the words are `criteria.problem.<code>` in the catalogues. */
export type ProblemCode =
  | 'too_long' // length, max
  | 'too_many_terms' // max
  | 'too_many_values' // max
  | 'too_deep' // max
  | 'value_too_long' // field, max
  | 'unreadable_character'
  | 'field_expected' // word
  | 'quotes_needed' // word, field
  | 'unknown_field' // field
  | 'value_missing' // field
  | 'operator_expected' // word
  | 'quote_not_closed' // quote
  | 'double_quote_inside' // field
  | 'bracket_not_closed'
  | 'bracket_not_opened'
  | 'condition_missing' // word
  | 'date_not_understood' // field, word
  | 'date_out_of_range' // field, word
  | 'dates_reversed' // field
  | 'number_expected' // field, word
  | 'wildcard_not_here' // field
  | 'operator_not_here' // operator, field
  | 'never_true' // field
  | 'unknown_value' // field, value
  | 'unknown_code' // field, value
  | 'unknown_answer'; // value

/**
 * A mistake and where it is: `from` inclusive, `to` exclusive, counted in the text as it was given. A tree that was
 * not written has no places (both are 0), but the index of the term.
 */
export interface Problem {
  code: ProblemCode;
  term?: number;
  from: number;
  to: number;
  /** What could stand there instead. */
  expected?: string[];
  /** What was probably meant. */
  suggestion?: string;
  params: Record<string, string | number>;
}

export interface Span {
  from: number;
  to: number;
}

/** Leaves the term that has a problem; caught by the parser, never seen outside. */
export class ProblemFound extends Error {
  readonly problem: Problem;
  /** True when what follows cannot be read either. */
  readonly last: boolean;

  constructor(problem: Problem, last = false) {
    super(problem.code);
    this.problem = problem;
    this.last = last;
  }
}

/** Reports a problem at a place. */
export function fail(
  code: ProblemCode,
  { from, to }: Span,
  params: Problem['params'] = {},
  hint: { expected?: string[]; suggestion?: string | undefined; last?: boolean } = {},
): never {
  const { expected, suggestion, last } = hint;
  throw new ProblemFound(
    {
      code,
      from,
      to,
      params,
      ...(expected && { expected }),
      ...(suggestion !== undefined && { suggestion }),
    },
    last,
  );
}
