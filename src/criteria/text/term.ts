import { type FieldName, fieldDefinition } from '../fields.ts';
import { findField, nearestField } from '../find-field.ts';
import { MAX_DEPTH } from '../limits.ts';
import type { Expression, Term } from '../model.ts';
import { fail } from '../problems.ts';
import { depth } from '../rules.ts';
import { Cursor, isDoubleQuote, isSpace } from './cursor.ts';
import { readExpression } from './expression.ts';
import { nextSpace, type Reader, skipSpaces } from './reader.ts';

const FIELD = /[\p{L}\p{M}\p{N}._-]+(?=:)/uy;

function fieldAt({ text, index }: Reader): string | undefined {
  FIELD.lastIndex = index;
  return FIELD.exec(text)?.[0];
}

/** Reads `field:expression`. */
export function readTerm(reader: Reader): Term {
  const from = reader.index;
  const written = fieldAt(reader);
  if (written === undefined) return noField(reader);
  const span = { from, to: from + written.length };
  const field = findField(written);
  if (!field) return fail('unknown_field', span, { field: written }, { suggestion: nearestField(written) });
  reader.previous = field;
  reader.index = span.to + 1;
  const spaced = isSpace(reader.text.charAt(reader.index));
  if (!skipSpaces(reader) || (spaced && fieldAt(reader) !== undefined)) {
    fail('value_missing', { from, to: span.to + 1 }, { field });
  }
  const value = reader.index;
  const expression = readValue(reader, field);
  if (depth(expression) > MAX_DEPTH) fail('too_deep', { from: value, to: reader.index }, { max: MAX_DEPTH });
  const term = { field, expression };
  reader.spans.set(term, { from, to: reader.index });
  return term;
}

/** What stands where a field should: most often the rest of a value with spaces, or `=` instead of `:`. */
function noField(reader: Reader): never {
  const { previous } = reader;
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

function readValue(reader: Reader, field: FieldName): Expression {
  const { moment, spans } = reader;
  const quoted = fieldDefinition(field).kind === 'date' ? readDays(reader, field) : readWhole(reader);
  if (quoted) return readExpression(quoted, field, { spans, moment, closable: 0 });
  const cursor = new Cursor(reader.text, reader.index, { spaces: false });
  // A bracket that the value did not open belongs to the group around it.
  const expression = readExpression(cursor, field, { spans, moment, closable: 1 });
  reader.index = cursor.index;
  return expression;
}

function readWhole(reader: Reader): Cursor | undefined {
  return isDoubleQuote(reader.text.charAt(reader.index)) ? readQuoted(reader) : undefined;
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
    if (closes && (next === '' || isSpace(next) || (next === ')' && reader.brackets > 0))) {
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

/** Days hold no quotes of their own, so that each part may have quotes around it: `"1 Oct".."31 Oct"`. */
function readDays(reader: Reader, field: FieldName): Cursor {
  const { text, index: start } = reader;
  const positions: number[] = [];
  let inner = '';
  let opened: number | undefined;
  let own = 0;
  let i = start;
  for (; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (isDoubleQuote(char)) {
      opened = opened === undefined ? i : undefined;
      continue;
    }
    if (opened === undefined && isSpace(char)) break;
    if (char === '(') own += 1;
    if (char === ')' && opened === undefined) {
      own -= 1;
      if (own < 0) break;
    }
    inner += char;
    positions.push(i);
  }
  if (opened !== undefined) {
    fail('quote_not_closed', { from: opened, to: text.length }, { quote: '"' }, { last: true });
  }
  reader.index = i;
  if (inner === '' && i > start) return new Cursor("''", 0, { positions: [start, i - 1], spaces: true });
  if (inner === '') fail('value_missing', { from: start, to: start + 1 }, { field });
  return new Cursor(inner, 0, { positions, spaces: true });
}
