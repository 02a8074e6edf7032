import { formatDate } from '../core/dates.ts';
import { type Locale, type MessageKey, translate } from '../i18n/translate.ts';
import {
  bareField,
  companyField,
  type FieldName,
  fieldDefinition,
  isFamilyField,
  isListField,
} from './fields.ts';
import type { Expression, Leaf, Pattern } from './model.ts';
import type { Reference } from './references.ts';

/** What codes are called, by `nameKey`. */
export type CodeNames = ReadonlyMap<string, string>;

/** The key of a code's name; an answer's value is `QUESTIONNAIRE/line`. */
export const nameKey = (table: Reference['table'], value: string): string => `${table}/${value}`;

const localeTag = (locale: Locale) => (locale === 'da' ? 'da-DK' : 'en-GB');
/** Several parts in one sentence. */
export const listed = (locale: Locale, items: string[], type: 'disjunction' | 'conjunction') =>
  new Intl.ListFormat(localeTag(locale), { type }).format(items);
/** A label in the middle of a sentence. */
const inSentence = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/** Says in words what is asked of one field. */
export class Words {
  readonly #name: FieldName;
  readonly #locale: Locale;
  readonly #names: CodeNames;

  constructor(name: FieldName, locale: Locale, names: CodeNames) {
    this.#name = name;
    this.#locale = locale;
    this.#names = names;
  }

  #say(key: MessageKey, params: Record<string, string> = {}): string {
    return translate(this.#locale, key, params);
  }

  field(): string {
    if (isFamilyField(this.#name)) return this.#say(`criteria.entry.${this.#name}`);
    const field = inSentence(this.#say(`criteria.field.${bareField(this.#name)}`));
    return companyField(this.#name) ? this.#say('criteria.ofCompany', { field }) : field;
  }

  expression(expression: Expression, inside = false): string {
    if (expression.op !== 'any' && expression.op !== 'all') return this.#leaf(expression);
    const { op, of } = expression;
    const simple = this.#values(op, of);
    if (simple !== undefined) return simple;
    const parts = of.map((part) => this.expression(part, true));
    const joined = listed(this.#locale, parts, op === 'any' ? 'disjunction' : 'conjunction');
    return inside ? `(${joined})` : joined;
  }

  /** `A|B|C` and `<>A&<>B` read better as one list. */
  #values(op: 'any' | 'all', of: Expression[]): string | undefined {
    const wanted = op === 'any' ? 'eq' : 'ne';
    const values = of.flatMap((leaf) => this.#plainValue(leaf, wanted));
    if (values.length !== of.length) return undefined;
    const value = listed(this.#locale, values, 'disjunction');
    return this.#say(`criteria.test.${this.#equality(wanted)}`, { value });
  }

  #plainValue(part: Expression, wanted: 'eq' | 'ne'): string[] {
    if (part.op === wanted) return part.exact || part.words !== undefined ? [] : [this.#value(part.value)];
    if (wanted === 'eq' && (part.op === 'answer' || part.op === 'words')) return [this.#answer(part)];
    return [];
  }

  #equality(op: 'eq' | 'ne') {
    return op === 'ne' && isListField(this.#name) ? 'other' : op;
  }

  #leaf(leaf: Leaf): string {
    switch (leaf.op) {
      case 'blank':
      case 'filled':
        if (!isListField(this.#name)) return this.#say(`criteria.test.${leaf.op}`);
        return leaf.op === 'blank'
          ? this.#say('criteria.test.missing')
          : this.#say(`criteria.some.${this.#name}`);
      case 'eq':
      case 'ne':
        return this.#resolved(
          leaf,
          this.#exact(
            leaf.exact,
            this.#say(`criteria.test.${this.#equality(leaf.op)}`, { value: this.#value(leaf.value) }),
          ),
        );
      case 'range':
        return this.#resolved(leaf, this.#range(leaf));
      case 'like':
      case 'unlike':
        return this.#exact(leaf.exact, this.#pattern(leaf.op === 'like' ? '' : 'not-', leaf.pattern));
      case 'questionnaire': {
        const value = this.#named('profileQuestionnaires', leaf.questionnaire);
        return this.#say('criteria.test.questionnaire', { value });
      }
      case 'answer':
      case 'words':
        return this.#say('criteria.test.eq', { value: this.#answer(leaf) });
      default:
        return this.#resolved(leaf, this.#ordered(leaf.op, this.#value(leaf.value)));
    }
  }

  #ordered(op: 'lt' | 'le' | 'gt' | 'ge', value: string): string {
    const { kind } = fieldDefinition(this.#name);
    if (kind === 'number') return this.#say(`criteria.number.${op}`, { value });
    return this.#say(kind === 'date' ? `criteria.day.${op}` : `criteria.test.${op}`, { value });
  }

  /** Days, and the words they were resolved from. */
  #resolved(leaf: Leaf, test: string): string {
    if (!('words' in leaf) || leaf.words === undefined) return test;
    return `${test} (${this.#quoted(leaf.words)})`;
  }

  #exact(exact: true | undefined, test: string): string {
    return exact ? this.#say('criteria.exact', { test }) : test;
  }

  #range({ from, to }: Extract<Leaf, { op: 'range' }>): string {
    if (to === undefined) return this.#ordered('ge', this.#value(from ?? ''));
    if (from === undefined) return this.#ordered('le', this.#value(to));
    return this.#say('criteria.test.range', { from: this.#value(from), to: this.#value(to) });
  }

  #pattern(not: '' | 'not-', pattern: Pattern): string {
    const texts = pattern.flatMap((part) => ('text' in part ? [part.text] : []));
    const shape = pattern.map((part) => ('text' in part ? 'x' : part.wild)).join('');
    const kind = ({ '*x*': 'contains', 'x*': 'begins', '*x': 'ends' } as const)[shape] ?? 'fits';
    const text = kind === 'fits' ? plainPattern(pattern) : (texts[0] ?? '');
    return this.#say(`criteria.test.${not}${kind}`, { value: this.#quoted(text) });
  }

  #answer(leaf: Extract<Leaf, { op: 'answer' | 'words' }>): string {
    if (leaf.op === 'answer') return this.#named('profileAnswers', `${leaf.questionnaire}/${leaf.line}`);
    const answer = this.#quoted(plainPattern(leaf.answer));
    return leaf.question ? `${this.#quoted(plainPattern(leaf.question))}: ${answer}` : answer;
  }

  #value(value: string): string {
    const { kind, table, values } = fieldDefinition(this.#name);
    if (kind === 'date') return formatDate(value, this.#locale);
    if (values?.includes(value)) return inSentence(this.#say(`criteria.choice.${value}` as MessageKey));
    if (table) return this.#named(table, value);
    return kind === 'text' ? this.#quoted(value) : value;
  }

  #named(table: Reference['table'], value: string): string {
    return this.#names.get(nameKey(table, value)) ?? value;
  }

  #quoted(text: string): string {
    return this.#say('criteria.quoted', { text });
  }
}

const plainPattern = (pattern: Pattern) =>
  pattern.map((part) => ('text' in part ? part.text : part.wild)).join('');
