import { type FieldName, findField, nearestField } from './fields.ts';
import { MAX_DEPTH, MAX_TERMS, MAX_TEXT_LENGTH, MAX_VALUES } from './limits.ts';
import { type Criteria, type Expression, type Leaf, type Term, unreadable } from './model.ts';
import { fail, type Problem, ProblemFound, type Span } from './problems.ts';
import { collectReferences, type Reference } from './references.ts';
import { countValues, depth } from './rules.ts';
import { Cursor, isDoubleQuote, isSpace } from './text/cursor.ts';
import { readExpression } from './text/expression.ts';

export type ParsedCriteria =
  | { ok: true; criteria: Criteria; references: Reference[] }
  | { ok: false; problems: Problem[] };

/** More would not help the reader. */
const MAX_PROBLEMS = 10;
const FIELD = /[\p{L}\p{M}\p{N}._-]+(?=:)/uy;

/**
 * Reads criteria text, `field:expression` joined by spaces. Blank text is no term, so every contact. Problems come
 * with their places, several at once; codes are not looked up here, `references` says which to look up.
 */
export function parseCriteria(text: string): ParsedCriteria {
  const spans = new Map<Leaf, Span>();
  const problems: Problem[] = [];
  const all: Term[] = [];
  const reader = { text, index: 0 };
  let found = problemIn(() => checkText(text));
  while (!found?.last && problems.length < MAX_PROBLEMS && skipSpaces(reader)) {
    const start = reader.index;
    found = problemIn(() => {
      if (all.length === MAX_TERMS) {
        fail('too_many_terms', { from: start, to: text.length }, { max: MAX_TERMS }, { last: true });
      }
      all.push(readTerm(reader, all.at(-1)?.field, spans));
    });
    if (!found) continue;
    problems.push(found.problem);
    // Go on behind the word that has the problem.
    reader.index = Math.max(reader.index, nextSpace(text, Math.max(start + 1, found.problem.to - 1)));
  }
  if (found?.last && problems.length === 0) problems.push(found.problem);
  const criteria: Criteria = { version: 1, all };
  if (problems.length === 0 && countValues(criteria) > MAX_VALUES) {
    problems.push({ code: 'too_many_values', from: 0, to: text.length, params: { max: MAX_VALUES } });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, criteria, references: collectReferences(criteria, spans) };
}

function problemIn(work: () => void): ProblemFound | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof ProblemFound) return error;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  index: number;
}

function checkText(text: string): void {
  if (text.length > MAX_TEXT_LENGTH) {
    const params = { length: text.length, max: MAX_TEXT_LENGTH };
    fail('too_long', { from: MAX_TEXT_LENGTH, to: text.length }, params, { last: true });
  }
  const bad = unreadable.exec(text);
  if (bad) fail('unreadable_character', { from: bad.index, to: bad.index + 1 }, {}, { last: true });
}

/** Moves to the next term; false when there is none. */
function skipSpaces(reader: Reader): boolean {
  while (isSpace(reader.text.charAt(reader.index))) reader.index += 1;
  return reader.index < reader.text.length;
}

function nextSpace(text: string, from: number): number {
  const found = text.slice(from).search(/\s/);
  return found < 0 ? text.length : from + found;
}

function fieldAt({ text, index }: Reader): string | undefined {
  FIELD.lastIndex = index;
  return FIELD.exec(text)?.[0];
}

function readTerm(reader: Reader, previous: FieldName | undefined, spans: Map<Leaf, Span>): Term {
  const from = reader.index;
  const written = fieldAt(reader);
  if (written === undefined) return noField(reader, previous);
  const span = { from, to: from + written.length };
  const field = findField(written);
  if (!field) return fail('unknown_field', span, { field: written }, { suggestion: nearestField(written) });
  reader.index = span.to + 1;
  const spaced = isSpace(reader.text.charAt(reader.index));
  if (!skipSpaces(reader) || (spaced && fieldAt(reader) !== undefined)) {
    fail('value_missing', { from, to: span.to + 1 }, { field });
  }
  const value = reader.index;
  const expression = readValue(reader, field, spans);
  if (depth(expression) > MAX_DEPTH) fail('too_deep', { from: value, to: reader.index }, { max: MAX_DEPTH });
  return { field, expression };
}

/** What stands where a field should: most often the rest of a value with spaces, or `=` instead of `:`. */
function noField(reader: Reader, previous: FieldName | undefined): never {
  const from = reader.index;
  const to = nextSpace(reader.text, from + 1);
  const word = reader.text.slice(from, to);
  reader.index = to;
  const [, name = '', rest = ''] = /^([\p{L}._-]+)=(.*)$/su.exec(word) ?? [];
  const field = findField(name);
  if (field) {
    return fail(
      'field_expected',
      { from, to },
      { word },
      { suggestion: `${field}:${rest}`, expected: ['field:value'] },
    );
  }
  if (previous) return fail('quotes_needed', { from, to }, { word, field: previous });
  return fail('field_expected', { from, to }, { word }, { expected: ['field:value'] });
}

function readValue(reader: Reader, field: FieldName, spans: Map<Leaf, Span>): Expression {
  if (isDoubleQuote(reader.text.charAt(reader.index)))
    return readExpression(readQuoted(reader), field, spans);
  const cursor = new Cursor(reader.text, reader.index, { spaces: false });
  const expression = readExpression(cursor, field, spans);
  reader.index = cursor.index;
  return expression;
}

/** An expression in double quotes; such a quote in it is doubled. Nothing in the quotes means blank, like `''`. */
function readQuoted(reader: Reader): Cursor {
  const start = reader.index;
  const opened = reader.text.charAt(start);
  let inner = '';
  const positions: number[] = [];
  for (let i = start + 1; ; i += 1) {
    const char = reader.text.charAt(i);
    const next = reader.text.charAt(i + 1);
    if (char === '') {
      fail('quote_not_closed', { from: start, to: i }, { quote: '"' }, { last: true });
    }
    const closes = opened === '"' ? char === '"' : isDoubleQuote(char);
    if (closes && (next === '' || isSpace(next))) {
      reader.index = i + 1;
      return inner === ''
        ? new Cursor("''", 0, { positions: [start, i], spaces: true })
        : new Cursor(inner, 0, { positions, spaces: true });
    }
    inner += char;
    positions.push(i);
    if (closes && next === char) i += 1;
  }
}
