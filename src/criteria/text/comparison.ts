import { MAX_VALUE_LENGTH } from '../limits.ts';
import type { Comparison, Pattern } from '../model.ts';
import { fail } from '../problems.ts';
import { fitsAll, hasWild } from '../rules.ts';
import type { Reading } from './expression.ts';
import { type Pieces, readPieces } from './pieces.ts';

/** The signs before a value, longest first. */
const SIGNS = [
  ['<>', 'ne'],
  ['<=', 'le'],
  ['>=', 'ge'],
  ['<', 'lt'],
  ['>', 'gt'],
] as const;
export type SignedOp = 'eq' | (typeof SIGNS)[number][1];

/** Passes a sign if one stands here; none means equal. */
export function readSign(reading: Reading): { op: SignedOp; sign: string } {
  const found = SIGNS.find(([sign]) => reading.cursor.take(sign));
  if (!found) return { op: 'eq', sign: '' };
  reading.cursor.skipSpaces();
  return { op: found[1], sign: found[0] };
}

/** Passes `=` (mind the case) or `@` (ignore it, as is usual) before a value. */
export function readCaseMark({ cursor }: Reading): '=' | '@' | '' {
  const mark = cursor.take('=') ? '=' : cursor.take('@') ? '@' : '';
  cursor.skipSpaces();
  return mark;
}

/** Reports a value that is not there. */
export function valueMissing({ cursor, field }: Reading, from: number): never {
  fail('value_missing', { from, to: Math.max(from, cursor.position()) }, { field });
}

/** Refuses texts that are longer than any field. */
export function checkLength({ field }: Reading, pieces: Pieces): void {
  if (pieces.pattern.some((part) => 'text' in part && part.text.length > MAX_VALUE_LENGTH)) {
    fail('value_too_long', pieces, { field, max: MAX_VALUE_LENGTH });
  }
}

/** Reads a test of a text or code: `X`, `<>X`, `<X`, `A..B`, `*X*`, `''`, `*`, with `=` for exact case. */
export function readComparison(reading: Reading): Comparison {
  const { cursor, field, brackets } = reading;
  const from = cursor.position();
  const { op, sign } = readSign(reading);
  const mark = readCaseMark(reading);
  const read = () => {
    const pieces = readPieces(cursor, { field, brackets, stop: '..' });
    checkLength(reading, pieces);
    return { ...pieces, pattern: pieces.pattern.map(upperFor(reading)) };
  };
  const value = read();
  if (!cursor.atEnd && cursor.looksAt('..')) {
    if (op !== 'eq' || mark === '=') refuse(reading, sign || mark, from);
    return readRange(reading, value, read, from);
  }
  if (value.pattern.length === 0 && !value.quoted) valueMissing(reading, from);
  const exact = mark === '=' && reading.definition.kind === 'text';
  if (op === 'eq' || op === 'ne') return equality(op, value.pattern, exact);
  if (mark === '=') refuse(reading, mark, from);
  return { op, value: single(reading, value, from) };
}

/** Codes are upper case. */
const upperFor =
  ({ definition }: Reading) =>
  (part: Pattern[number]): Pattern[number] =>
    'text' in part && definition.kind === 'code' ? { text: part.text.toUpperCase() } : part;

/** Nothing but `*` asks for a value, whatever it is; `''` for none. */
function equality(op: 'eq' | 'ne', pattern: Pattern, exact: boolean): Comparison {
  if (pattern.length === 0) return { op: op === 'eq' ? 'blank' : 'filled' };
  if (fitsAll(pattern)) return { op: op === 'eq' ? 'filled' : 'blank' };
  const kept = exact ? ({ exact: true } as const) : {};
  const [first] = pattern;
  if (hasWild(pattern) || !first || !('text' in first)) {
    return { op: op === 'eq' ? 'like' : 'unlike', pattern, ...kept };
  }
  return { op, value: first.text, ...kept };
}

function readRange(reading: Reading, start: Pieces, read: () => Pieces, from: number): Comparison {
  const { cursor } = reading;
  cursor.take('..');
  cursor.skipSpaces();
  const end = read();
  if (!cursor.atEnd && cursor.looksAt('..')) refuse(reading, '..', cursor.position());
  if (start.pattern.length === 0 && end.pattern.length === 0) valueMissing(reading, from);
  return {
    op: 'range',
    ...(start.pattern.length > 0 && { from: single(reading, start, from) }),
    ...(end.pattern.length > 0 && { to: single(reading, end, from) }),
  };
}

/** The text of a value that may have no wildcards. */
function single(reading: Reading, { pattern, from, to }: Pieces, start: number): string {
  const [first] = pattern;
  if (!first) return valueMissing(reading, start);
  if (pattern.length > 1 || 'wild' in first)
    fail('wildcard_not_here', { from, to }, { field: reading.field });
  return first.text;
}

function refuse({ field }: Reading, operator: string, from: number): never {
  fail('operator_not_here', { from, to: from + operator.length }, { operator, field });
}
