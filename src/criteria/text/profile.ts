import type { Leaf, Pattern, ProfileTest } from '../model.ts';
import { fail } from '../problems.ts';
import { fitsAll } from '../rules.ts';
import { checkLength, readCaseMark, readSign, valueMissing } from './comparison.ts';
import type { Reading } from './expression.ts';
import { readPieces } from './pieces.ts';

/** The test that `QUESTIONNAIRE/line` or `QUESTIONNAIRE/*` stands for; other patterns are words. */
export function answerReference(pattern: Pattern): ProfileTest | undefined {
  const [first, second] = pattern;
  if (!first || !('text' in first)) return undefined;
  if (pattern.length === 2 && second && 'wild' in second && second.wild === '*') {
    const code = /^(.+)\/$/su.exec(first.text)?.[1];
    return code === undefined ? undefined : { op: 'questionnaire', questionnaire: code.toUpperCase() };
  }
  const [, code, digits] = (pattern.length === 1 && /^(.+)\/(\d{1,10})$/su.exec(first.text)) || [];
  const line = Number(digits);
  if (code === undefined || !(line >= 1 && line <= 2147483647)) return undefined;
  return { op: 'answer', questionnaire: code.toUpperCase(), line };
}

/**
 * Reads a test of profile answers: `PERSON/60000` (the answer on that line), `PERSON/*` (any in the questionnaire),
 * `Hobbies=Golf` (question and answer in words), `Golf` (an answer to the question named before it, else to any),
 * `*=Golf` (to any), `*` (has answers), `''` (has none). Words may hold wildcards.
 */
export function readAnswer(reading: Reading): Leaf {
  const { cursor, field, brackets } = reading;
  const from = cursor.position();
  const { op, sign } = readSign(reading);
  const mark = readCaseMark(reading);
  if ((op !== 'eq' && op !== 'ne') || mark === '=') {
    fail('operator_not_here', { from, to: from + (sign || mark).length }, { operator: sign || mark, field });
  }
  const read = (stop: '=' | undefined) => {
    const pieces = readPieces(cursor, { field, brackets, stop });
    checkLength(reading, pieces);
    if (pieces.pattern.length === 0 && !(stop && pieces.quoted)) valueMissing(reading, from);
    return pieces.pattern;
  };
  const first = read('=');
  const asksForQuestion = !cursor.atEnd && cursor.take('=');
  if (!asksForQuestion && fitsAll(first)) {
    const isBlank = (first.length === 0) === (op === 'eq');
    return { op: isBlank ? 'blank' : 'filled' };
  }
  if (op === 'ne') fail('operator_not_here', { from, to: from + sign.length }, { operator: sign, field });
  if (!asksForQuestion) return answerReference(first) ?? words(reading.question, first);
  if (first.length === 0) valueMissing(reading, from);
  cursor.skipSpaces();
  reading.question = fitsAll(first) ? undefined : first;
  return words(reading.question, read(undefined));
}

function words(question: Pattern | undefined, answer: Pattern): Leaf {
  if (question) return { op: 'words', question, answer };
  return fitsAll(answer) ? { op: 'filled' } : { op: 'words', answer };
}
