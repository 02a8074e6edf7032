import { type Locale, translate } from '../i18n/translate.ts';
import { type CodeNames, listed, Words } from './describe-term.ts';
import { isInteractionField, isListField, isMembershipField } from './fields.ts';
import type { Condition, Criteria, Term } from './model.ts';
import { isInteractionTerm } from './tree.ts';

export { type CodeNames, nameKey } from './describe-term.ts';

export interface DescribeOptions {
  locale: Locale;
  /** A code without a name is shown as it is. */
  names?: CodeNames;
}

/**
 * Criteria in words: "country is Denmark, Sweden or Norway; type is company". Plain text: names and values in it come
 * from people.
 */
export function describe(criteria: Criteria, options: DescribeOptions): string {
  if (criteria.all.length === 0) return translate(options.locale, 'criteria.everyContact');
  const [only] = criteria.all;
  if (only && criteria.all.length === 1) return describeCondition(only, options);
  return partsOf(criteria.all, options).join('; ');
}

/** Interactions stand together as they are met: in one sentence about one of them. */
function partsOf(all: readonly Condition[], options: DescribeOptions): string[] {
  const together = all.filter(isInteractionTerm);
  const first = all.findIndex(isInteractionTerm);
  return all.flatMap((condition, index) => {
    if (!isInteractionTerm(condition)) return [describeCondition(condition, options, true)];
    return index === first ? [interactions(together, options)] : [];
  });
}

function describeCondition(condition: Condition, options: DescribeOptions, inside = false): string {
  const { locale } = options;
  if ('field' in condition) return describeTerm(condition, options);
  if (condition.op === 'not') return negation(condition.of, options);
  const parts =
    condition.op === 'all'
      ? partsOf(condition.of, options)
      : condition.of.map((part) => describeCondition(part, options, true));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const joined = listed(locale, parts, condition.op === 'any' ? 'disjunction' : 'conjunction');
  return inside ? `(${joined})` : joined;
}

function negation(of: Condition, options: DescribeOptions): string {
  const { locale } = options;
  const terms = 'field' in of ? [of] : of.op === 'all' ? of.of : [];
  const plain = terms.filter(isInteractionTerm).filter((term) => !isSpecial(term));
  if (plain.length > 0 && plain.length === terms.length) {
    return translate(locale, 'criteria.interaction.none', { tests: tests(plain, options) });
  }
  return translate(locale, 'criteria.not', { what: describeCondition(of, options) });
}

/** One term in words. */
function describeTerm(term: Term, options: DescribeOptions): string {
  const { field, expression } = term;
  if (isInteractionField(field)) return interactions([term], options);
  const { locale, names } = options;
  if (
    (isListField(field) || isMembershipField(field)) &&
    (expression.op === 'blank' || expression.op === 'filled')
  ) {
    return translate(locale, `criteria.${expression.op === 'blank' ? 'none' : 'some'}.${field}`);
  }
  const words = new Words(field, locale, names ?? new Map());
  return `${words.field()} ${words.expression(expression)}`;
}

/** Terms that say something of the interactions as a whole. */
const isSpecial = ({ field, expression }: Term): boolean =>
  field === 'interaction.count' ||
  (field === 'interaction.date' && (expression.op === 'blank' || expression.op === 'filled'));

function interactions(terms: readonly Term[], options: DescribeOptions): string {
  const { locale, names } = options;
  const [first] = terms;
  if (first && terms.length === 1 && first.field === 'interaction.date' && isSpecial(first)) {
    return translate(locale, `criteria.interaction.${first.expression.op === 'blank' ? 'no' : 'any'}`);
  }
  const counts = terms.filter(({ field }) => field === 'interaction.count');
  const others = terms.filter(({ field }) => field !== 'interaction.count');
  if (counts.length === 0) {
    return translate(locale, 'criteria.interaction.one', { tests: tests(others, options) });
  }
  const words = new Words('interaction.count', locale, names ?? new Map());
  const number = listed(
    locale,
    counts.map(({ expression }) => words.expression(expression)),
    'conjunction',
  );
  return others.length === 0
    ? translate(locale, 'criteria.interaction.count', { number })
    : translate(locale, 'criteria.interaction.countOf', { tests: tests(others, options), number });
}

const tests = (terms: readonly Term[], { locale, names }: DescribeOptions): string =>
  listed(
    locale,
    terms.map(({ field, expression }) => {
      const words = new Words(field, locale, names ?? new Map());
      return `${words.field()} ${words.expression(expression)}`;
    }),
    'conjunction',
  );
