import { type Locale, translate } from '../i18n/translate.ts';
import { type CodeNames, listed, Words } from './describe-term.ts';
import { FAMILIES, type Family, familyOf, isListField, isMembershipField } from './fields.ts';
import type { Condition, Criteria, Term } from './model.ts';
import { isTermOf } from './tree.ts';

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

/** Interactions stand together as they are met: in one sentence about one of them; so do opportunities. */
function partsOf(all: readonly Condition[], options: DescribeOptions): string[] {
  return all.flatMap((condition, index) => {
    const family = 'field' in condition ? familyOf(condition.field) : undefined;
    if (!family) return [describeCondition(condition, options, true)];
    return index === all.findIndex(isTermOf(family))
      ? [together(family, all.filter(isTermOf(family)), options)]
      : [];
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
  for (const family of FAMILIES) {
    const plain = terms.filter(isTermOf(family)).filter((term) => !isSpecial(term));
    if (plain.length > 0 && plain.length === terms.length) {
      return translate(locale, `criteria.${family}.none`, { tests: tests(plain, options) });
    }
  }
  return translate(locale, 'criteria.not', { what: describeCondition(of, options) });
}

/** One term in words. */
function describeTerm(term: Term, options: DescribeOptions): string {
  const { field, expression } = term;
  const family = familyOf(field);
  if (family) return together(family, [term], options);
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

const isCount = ({ field }: Term): boolean => field === 'interaction.count' || field === 'opportunity.count';
const asksForAny = ({ field, expression }: Term): boolean =>
  (field === 'interaction.date' || field === 'opportunity.status') &&
  (expression.op === 'blank' || expression.op === 'filled');

/** Terms that say something of the interactions, or opportunities, as a whole. */
const isSpecial = (term: Term): boolean => isCount(term) || asksForAny(term);

function together(family: Family, terms: readonly Term[], options: DescribeOptions): string {
  const { locale, names } = options;
  const [first] = terms;
  if (first && terms.length === 1 && asksForAny(first)) {
    return translate(locale, `criteria.${family}.${first.expression.op === 'blank' ? 'no' : 'any'}`);
  }
  const counts = terms.filter(isCount);
  const others = terms.filter((term) => !isCount(term));
  if (counts.length === 0) {
    return translate(locale, `criteria.${family}.one`, { tests: tests(others, options) });
  }
  const words = new Words(`${family}.count`, locale, names ?? new Map());
  const number = listed(
    locale,
    counts.map(({ expression }) => words.expression(expression)),
    'conjunction',
  );
  return others.length === 0
    ? translate(locale, `criteria.${family}.count`, { number })
    : translate(locale, `criteria.${family}.countOf`, { tests: tests(others, options), number });
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
