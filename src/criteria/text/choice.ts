import { findChoice, nearest } from '../find-field.ts';
import type { Comparison } from '../model.ts';
import { fail } from '../problems.ts';
import { fitsAll } from '../rules.ts';
import { readCaseMark, readSign, valueMissing } from './comparison.ts';
import type { Reading } from './expression.ts';
import { readPieces } from './pieces.ts';

/** Reads a test of a choice: one of its values, `<>` before it, `''` or `*` where it may be blank. */
export function readChoice(reading: Reading): Comparison {
  const { cursor, field, brackets, definition } = reading;
  const from = cursor.position();
  const { op, sign } = readSign(reading);
  readCaseMark(reading);
  if (op !== 'eq' && op !== 'ne') {
    fail('operator_not_here', { from, to: from + sign.length }, { operator: sign, field });
  }
  const { pattern, quoted, ...span } = readPieces(cursor, { field, brackets, stop: undefined });
  const expected = [...(definition.values ?? []), ...(definition.blankable ? ["''"] : [])];
  if (pattern.length === 0 && !quoted) valueMissing(reading, from);
  if (fitsAll(pattern) && definition.blankable) {
    const isBlank = (pattern.length === 0) === (op === 'eq');
    return { op: isBlank ? 'blank' : 'filled' };
  }
  const [first] = pattern;
  const text = first && 'text' in first && pattern.length === 1 ? first.text : undefined;
  const value = text === undefined ? undefined : findChoice(definition, text);
  if (value !== undefined) return { op, value };
  if (text === undefined && pattern.length > 0) fail('wildcard_not_here', span, { field }, { expected });
  const suggestion = nearest((text ?? '').toLowerCase(), definition.values ?? []);
  fail('unknown_value', span, { field, value: text ?? "''" }, { expected, suggestion });
}
