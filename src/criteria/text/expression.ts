import type { DateReading } from '../../core/dates/period.ts';
import {
  type FieldDefinition,
  type FieldName,
  fieldDefinition,
  isFamilyField,
  isMembershipField,
} from '../fields.ts';
import { MAX_DEPTH } from '../limits.ts';
import type { Expression, Leaf, Term } from '../model.ts';
import { fail, type Span } from '../problems.ts';
import { canonicalOrder, contradicts } from '../rules.ts';
import { readChoice } from './choice.ts';
import { readComparison } from './comparison.ts';
import type { Cursor } from './cursor.ts';
import { readDay, readNumber } from './day.ts';
import { readAnswer } from './profile.ts';

/** What is known while one expression is read. */
export interface Reading {
  readonly cursor: Cursor;
  readonly field: FieldName;
  readonly definition: FieldDefinition;
  readonly moment: DateReading;
  /** Brackets that are open, with that of a group around a value without quotes. */
  brackets: number;
  /** Brackets that the expression itself has opened. */
  own: number;
  /** The question that the last answer named; it holds for the answers after it (`Hobbies=Golf|Tennis`). */
  question?: Extract<Leaf, { op: 'words' }>['question'];
  /** Where each test stands in the text. */
  readonly spans: Map<Leaf | Term, Span>;
}

/** Reads `a|b&c`, with `&` before `|`, and brackets before both. */
export function readExpression(
  cursor: Cursor,
  field: FieldName,
  known: Pick<Reading, 'spans' | 'moment'> & { closable: 0 | 1 },
): Expression {
  const { spans, moment, closable } = known;
  const definition = fieldDefinition(field);
  const reading: Reading = { cursor, field, definition, brackets: closable, own: 0, spans, moment };
  const expression = readAny(reading);
  if (!cursor.atEnd && !(closable && cursor.char() === ')')) unexpected(cursor);
  return expression;
}

function readAny(reading: Reading): Expression {
  return readGroup(reading, 'any', '|', () => readGroup(reading, 'all', '&', () => readOperand(reading)));
}

function readGroup(reading: Reading, op: 'any' | 'all', sign: string, part: () => Expression): Expression {
  const { cursor } = reading;
  const of = [part()];
  for (;;) {
    cursor.skipSpaces();
    if (!cursor.take(sign)) break;
    of.push(part());
  }
  const [only] = of;
  if (only && of.length === 1) return only;
  if (op === 'any') return { op, of };
  if (!isMembershipField(reading.field) && contradicts(of)) neverTrue(reading, of);
  return { op, of };
}

/** `Smith & Son` is one name, `DK&SE` should be `DK|SE`, and two rows of a list are asked for in two terms. */
function neverTrue({ cursor, field, definition, spans }: Reading, of: Expression[]): never {
  const found = of.flatMap((part) => ('of' in part ? [] : (spans.get(part) ?? [])));
  const from = Math.min(...found.map((span) => span.from));
  const values = of.flatMap((part) => (part.op === 'eq' ? [part.value] : []));
  const several = values.length === of.length && values.length > 1;
  const suggestion = !several
    ? undefined
    : definition.kind === 'text'
      ? `${field}:'${values.join(' & ').replaceAll("'", "''")}'`
      : definition.many
        ? values
            .map((value) => (isFamilyField(field) ? `(${field}:${value})` : `${field}:${value}`))
            .join(' ')
        : `${field}:${values.join('|')}`;
  fail('never_true', { from, to: cursor.position() }, { field }, { suggestion });
}

function readOperand(reading: Reading): Expression {
  const { cursor, spans } = reading;
  cursor.skipSpaces();
  if (cursor.char() === '(' && !cursor.atEnd) return readBrackets(reading);
  const from = cursor.position();
  const leaf = readLeaf(reading);
  spans.set(leaf, { from, to: Math.max(from, cursor.position()) });
  return leaf;
}

function readBrackets(reading: Reading): Expression {
  const { cursor } = reading;
  const opened = cursor.position();
  cursor.take('(');
  reading.brackets += 1;
  reading.own += 1;
  if (reading.own > MAX_DEPTH) {
    fail('too_deep', { from: opened, to: opened + 1 }, { max: MAX_DEPTH }, { last: true });
  }
  const expression = readAny(reading);
  cursor.skipSpaces();
  if (cursor.atEnd || !cursor.take(')')) {
    fail('bracket_not_closed', { from: opened, to: opened + 1 }, {}, { expected: [')'] });
  }
  reading.brackets -= 1;
  reading.own -= 1;
  cursor.skipSpaces();
  if (!cursor.atEnd && !['|', '&', ...(reading.brackets > 0 ? [')'] : [])].includes(cursor.char())) {
    unexpected(cursor);
  }
  return expression;
}

function readLeaf(reading: Reading): Leaf {
  if (reading.definition.kind === 'profile') return readAnswer(reading);
  if (reading.definition.kind === 'choice') return readChoice(reading);
  if (reading.definition.kind === 'date') return canonicalOrder(readDay(reading));
  if (reading.definition.kind === 'number') return canonicalOrder(readNumber(reading));
  return readComparison(reading);
}

function unexpected(cursor: Cursor): never {
  const word = cursor.word();
  const from = cursor.position();
  fail('operator_expected', { from, to: from + word.length }, { word }, { expected: ['|', '&'] });
}
