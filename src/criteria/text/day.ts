import { isRelative, isYearless, type Period, readPeriod, yearsOn } from '../../core/dates/period.ts';
import type { Comparison } from '../model.ts';
import { fail, type Span } from '../problems.ts';
import { readSign, valueMissing } from './comparison.ts';
import { isDoubleQuote, isSingleQuote } from './cursor.ts';
import type { Reading } from './expression.ts';

/** What stands between two signs; quotes around it are left out, but tell `''` from nothing. */
interface Part extends Span {
  text: string;
  quoted: boolean;
}

/** Reads up to the next `|`, `&`, `..` or bracket. */
export function readPart({ cursor, brackets }: Reading): Part {
  cursor.skipSpaces();
  const from = cursor.position();
  let to = from;
  let text = '';
  let quoted = false;
  while (!cursor.atEnd) {
    const char = cursor.char();
    if (char === '|' || char === '&' || cursor.looksAt('..') || (char === ')' && brackets > 0)) break;
    if (isSingleQuote(char) || isDoubleQuote(char)) quoted = true;
    else text += char;
    to = cursor.position() + 1;
    cursor.index += 1;
  }
  return { text: text.trim(), quoted, from, to };
}

/** Reads `''`, `*` or nothing, which are asked of days and numbers alike. */
export function readEmptiness(
  reading: Reading,
  part: Part,
  op: string,
  from: number,
): Comparison | undefined {
  if (part.text !== '' && part.text !== '*') return undefined;
  if (part.text === '' && !part.quoted) return valueMissing(reading, from);
  if (op !== 'eq' && op !== 'ne') return valueMissing(reading, from);
  if (!reading.definition.blankable) {
    fail(part.text === '*' ? 'wildcard_not_here' : 'value_missing', part, { field: reading.field });
  }
  return { op: (part.text === '') === (op === 'eq') ? 'blank' : 'filled' };
}

/**
 * Reads a test of days: `2026-10-01`, `"last month"`, `>="3 weeks ago"`, `"1 Oct".."31 Oct"`, `''`, `*`. A period is
 * all of its days; `<` means before its first and `>` after its last.
 */
export function readDay(reading: Reading): Comparison {
  const { cursor, field } = reading;
  const from = cursor.position();
  const { op, sign } = readSign(reading);
  const first = readPart(reading);
  if (!cursor.atEnd && cursor.looksAt('..')) {
    if (op !== 'eq') fail('operator_not_here', { from, to: from + sign.length }, { operator: sign, field });
    return readDays(reading, first, from);
  }
  const emptiness = readEmptiness(reading, first, op, from);
  if (emptiness) return emptiness;
  const { from: start, to: end } = periodOf(reading, first);
  const words = wordsOf(reading, first);
  if (op === 'eq')
    return start === end ? { op, value: start, ...words } : { op: 'range', from: start, to: end, ...words };
  if (op === 'ne' && start !== end) {
    const suggestion = `-${field}:"${first.text}"`;
    fail('operator_not_here', { from, to: from + sign.length }, { operator: sign, field }, { suggestion });
  }
  return { op, value: op === 'le' || op === 'gt' ? end : start, ...words };
}

function readDays(reading: Reading, first: Part, from: number): Comparison {
  const { cursor, field } = reading;
  cursor.take('..');
  const last = readPart(reading);
  if (!cursor.atEnd && cursor.looksAt('..')) {
    const at = cursor.position();
    fail('operator_not_here', { from: at, to: at + 2 }, { operator: '..', field });
  }
  const [start, end] = [first, last].map((part) => (part.text === '' ? undefined : periodOf(reading, part)));
  if (!start && !end) valueMissing(reading, from);
  const days = fitted(reading, first.text, last.text, start, end);
  if (days.from !== undefined && days.to !== undefined && days.from > days.to) {
    fail('dates_reversed', { from, to: last.to }, { field });
  }
  const relative = [first, last].some(({ text }) => text !== '' && isRelative(text, reading.moment));
  const words = relative && { words: `${first.text}..${last.text}` };
  return { op: 'range', ...days, ...words };
}

/** Where one end of a range names no year, it is that which makes a range with the other. */
function fitted(reading: Reading, first: string, last: string, start?: Period, end?: Period) {
  let from = start?.from;
  let to = end?.to;
  if (from !== undefined && to !== undefined && from > to) {
    if (isYearless(last, reading.moment)) to = yearsOn(to, 1) ?? to;
    else if (isYearless(first, reading.moment)) {
      while (from > to) from = yearsOn(from, -1) ?? to;
    }
  }
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function periodOf(reading: Reading, part: Part): Period {
  const found = readPeriod(part.text, reading.moment);
  if (found.ok) return found.period;
  const word = part.text;
  const expected = found.code === 'date_not_understood' ? ['2026-10-01', '"last 30 days"'] : undefined;
  fail(found.code, part, { field: reading.field, word }, expected && { expected });
}

const wordsOf = ({ moment }: Reading, { text }: Part) =>
  isRelative(text, moment) ? { words: text } : undefined;

/** Reads a test of a whole number: `3`, `<>3`, `>=3`, `1..5`, `''`, `*`. */
export function readNumber(reading: Reading): Comparison {
  const { cursor, field } = reading;
  const from = cursor.position();
  const { op, sign } = readSign(reading);
  const first = readPart(reading);
  if (cursor.atEnd || !cursor.looksAt('..')) {
    return readEmptiness(reading, first, op, from) ?? { op, value: numberOf(reading, first) };
  }
  if (op !== 'eq') fail('operator_not_here', { from, to: from + sign.length }, { operator: sign, field });
  cursor.take('..');
  const last = readPart(reading);
  if (!cursor.atEnd && cursor.looksAt('..')) {
    const at = cursor.position();
    fail('operator_not_here', { from: at, to: at + 2 }, { operator: '..', field });
  }
  if (first.text === '' && last.text === '') valueMissing(reading, from);
  const ends = {
    ...(first.text !== '' && { from: numberOf(reading, first) }),
    ...(last.text !== '' && { to: numberOf(reading, last) }),
  };
  if (Number(ends.from ?? 0) > Number(ends.to ?? Number.POSITIVE_INFINITY)) {
    fail('never_true', { from, to: last.to }, { field });
  }
  return { op: 'range', ...ends };
}

function numberOf({ field }: Reading, part: Part): string {
  const [, digits] = /^0*(\d{1,12})$/.exec(part.text) ?? [];
  return digits ?? fail('number_expected', part, { field, word: part.text });
}
