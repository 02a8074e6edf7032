import { type FieldDefinition, fieldDefinition } from './fields.ts';
import type { Condition, Criteria, Expression, Leaf, Pattern, ProfileTest, Term } from './model.ts';
import { fitsAll } from './rules.ts';
import { answerReference } from './text/profile.ts';

/** Characters that mean themselves inside an expression, and those that do at its beginning. */
const PLAIN = /^[\p{L}\p{M}\p{N} _/+\-@.,%#]+$/u;
const BEGINS_PLAIN = /^[\p{L}\p{M}\p{N}_/+-]/u;

/**
 * Writes criteria as text in the one canonical way; `parseCriteria` reads it back as the same tree. Days are written as
 * days, not in the words they were resolved from: the text means the same on every day.
 */
export function formatCriteria(criteria: Criteria): string {
  const [only] = criteria.all;
  if (only && criteria.all.length === 1 && 'op' in only && only.op === 'any') return joined(only.of, ' OR ');
  return joined(criteria.all, ' ');
}

const joined = (of: readonly Condition[], by: string): string => of.map(formatCondition).join(by);

/** Groups have brackets around them wherever they stand beside something. */
function formatCondition(condition: Condition): string {
  if ('field' in condition) return formatTerm(condition);
  if (condition.op === 'not') return `-${formatCondition(condition.of)}`;
  return `(${joined(condition.of, condition.op === 'any' ? ' OR ' : ' ')})`;
}

/** Writes one term, `field:expression`. */
export function formatTerm({ field, expression }: Term): string {
  const written = new Writer(fieldDefinition(field)).expression(expression);
  // Spaces inside single quotes need no double quotes around them.
  const open = written.replace(/'(?:[^']|'')*'/g, '');
  return `${field}:${/\s/.test(open) ? `"${written.replaceAll('"', '""')}"` : written}`;
}

const SIGNS = { eq: '', like: '', ne: '<>', unlike: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;

class Writer {
  readonly #field: FieldDefinition;
  /** The question that bare answers belong to, as the parser keeps it. */
  #question: string | undefined;

  constructor(field: FieldDefinition) {
    this.#field = field;
  }

  expression(expression: Expression): string {
    if (expression.op === 'any') {
      return expression.of
        .map((part) => (part.op === 'any' ? this.#inBrackets(part) : this.expression(part)))
        .join('|');
    }
    if (expression.op !== 'all') return this.#leaf(expression);
    return expression.of.map((part) => ('of' in part ? this.#inBrackets(part) : this.#leaf(part))).join('&');
  }

  #inBrackets(expression: Expression): string {
    return `(${this.expression(expression)})`;
  }

  #leaf(leaf: Leaf): string {
    switch (leaf.op) {
      case 'blank':
        return "''";
      case 'filled':
        return '*';
      case 'range':
        return `${this.#end(leaf.from)}..${this.#end(leaf.to)}`;
      case 'eq':
      case 'ne':
        return SIGNS[leaf.op] + (leaf.exact ? '=' : '') + this.#pattern([{ text: leaf.value }]);
      case 'like':
      case 'unlike':
        return SIGNS[leaf.op] + (leaf.exact ? '=' : '') + this.#pattern(leaf.pattern);
      case 'answer':
        return this.#pattern([{ text: `${leaf.questionnaire}/${leaf.line}` }]);
      case 'questionnaire':
        return this.#pattern([{ text: `${leaf.questionnaire}/` }, { wild: '*' }]);
      case 'words':
        return this.#words(leaf);
      default:
        return SIGNS[leaf.op] + this.#pattern([{ text: leaf.value }]);
    }
  }

  #words({ question, answer }: Extract<ProfileTest, { op: 'words' }>): string {
    const asked = question && this.#pattern(question);
    // Alone, such an answer would be read as something else.
    const bare = asked === this.#question && !fitsAll(answer) && answerReference(answer) === undefined;
    this.#question = asked;
    return (bare ? '' : `${asked ?? '*'}=`) + this.#pattern(answer);
  }

  #end(text: string | undefined): string {
    if (text === undefined) return '';
    return /^\.|\.$/.test(text) ? quoted(text) : this.#pattern([{ text }]);
  }

  #pattern(pattern: Pattern): string {
    return pattern
      .map((part, i) => {
        if ('wild' in part) return part.wild;
        const { text } = part;
        const isPlain =
          PLAIN.test(text) &&
          (i > 0 || BEGINS_PLAIN.test(text)) &&
          !(i === pattern.length - 1 && text.endsWith(' ')) &&
          (this.#field.kind === 'profile' || !text.includes('..'));
        return isPlain ? text : quoted(text);
      })
      .join('');
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
