import { MAX_DEPTH, MAX_TERMS } from '../limits.ts';
import type { Condition } from '../model.ts';
import { fail, ProblemFound } from '../problems.ts';
import { isFamilyTerm } from '../tree.ts';
import { type Reader, skipSpaces } from './reader.ts';
import { readTerm } from './term.ts';

/** More would not help the reader. */
const MAX_PROBLEMS = 10;
const OR = /(?:or|eller)(?=[\s()]|$)/iuy;
const AND = /(?:and|og)(?=[\s()]|$)/iuy;
const NOT = /-|(?:not|ikke)(?=[\s()]|$)/iuy;

/** The word that stands here, if it is this one. */
function wordAt({ text, index }: Reader, word: RegExp): string | undefined {
  word.lastIndex = index;
  return word.exec(text)?.[0];
}

const atEnd = (reader: Reader): boolean => {
  if (!skipSpaces(reader)) return true;
  return reader.brackets > 0 && reader.text.charAt(reader.index) === ')';
};

/**
 * Reads conditions up to the end or the bracket that closes them: side by side, or with AND between them, all must be
 * met; OR binds less; NOT or `-` turns what follows round. Nothing when there is nothing, or nothing without problems.
 */
export function readConditions(reader: Reader): Condition | undefined {
  const of: Condition[] = [];
  for (;;) {
    const { found, empty } = readAll(reader);
    if (found) of.push(found);
    const from = reader.index;
    const or = wordAt(reader, OR);
    if (or === undefined) return joined('any', of);
    reader.index += or.length;
    if (empty || atEnd(reader)) missing(from, from + or.length, or);
  }
}

function readAll(reader: Reader): { found: Condition | undefined; empty: boolean } {
  const of: Condition[] = [];
  let empty = true;
  while (!atEnd(reader) && wordAt(reader, OR) === undefined) {
    const from = reader.index;
    const and = wordAt(reader, AND);
    if (and !== undefined) {
      reader.index += and.length;
      if (empty || atEnd(reader) || wordAt(reader, OR) !== undefined) missing(from, from + and.length, and);
    }
    const found = readKept(reader);
    if (found) of.push(found);
    empty = false;
  }
  return { found: joined('all', of), empty };
}

function joined(op: 'all' | 'any', of: Condition[]): Condition | undefined {
  return of.length > 1 ? { op, of } : of[0];
}

function missing(from: number, to: number, word: string): never {
  fail('condition_missing', { from, to }, { word }, { expected: ['field:value'], last: true });
}

/** Reads one condition; a problem in it is kept, and reading goes on behind the word that has it. */
function readKept(reader: Reader): Condition | undefined {
  const start = reader.index;
  const { brackets, nested } = reader;
  try {
    return readOne(reader);
  } catch (error) {
    if (!(error instanceof ProblemFound) || error.last) throw error;
    reader.problems.push(error.problem);
    if (reader.problems.length >= MAX_PROBLEMS) throw new ProblemFound(error.problem, true);
    Object.assign(reader, { brackets, nested });
    const behind = Math.max(start + 1, error.problem.to - 1);
    const stop = reader.text.slice(behind).search(brackets > 0 ? /[\s)]/ : /\s/);
    reader.index = Math.max(reader.index, stop < 0 ? reader.text.length : behind + stop);
    return undefined;
  }
}

function readOne(reader: Reader): Condition | undefined {
  const from = reader.index;
  const char = reader.text.charAt(from);
  if (char === '(') return inside(reader, from, () => readBrackets(reader));
  if (char === ')') {
    reader.index += 1;
    fail('bracket_not_opened', { from, to: from + 1 });
  }
  const not = wordAt(reader, NOT);
  if (not === undefined) {
    if (reader.terms === MAX_TERMS) {
      fail('too_many_terms', { from, to: reader.text.length }, { max: MAX_TERMS }, { last: true });
    }
    reader.terms += 1;
    return readTerm(reader);
  }
  return inside(reader, from, () => {
    reader.index += not.length;
    if (atEnd(reader) || [OR, AND].some((word) => wordAt(reader, word) !== undefined)) {
      missing(from, from + not.length, not);
    }
    const of = readOne(reader);
    return of && { op: 'not', of };
  });
}

function inside(reader: Reader, from: number, read: () => Condition | undefined): Condition | undefined {
  reader.nested += 1;
  if (reader.nested > MAX_DEPTH) {
    fail('too_deep', { from, to: from + 1 }, { max: MAX_DEPTH }, { last: true });
  }
  const found = read();
  reader.nested -= 1;
  return found;
}

function readBrackets(reader: Reader): Condition | undefined {
  const from = reader.index;
  reader.index += 1;
  reader.brackets += 1;
  const before = reader.problems.length;
  const found = readConditions(reader);
  if (reader.text.charAt(reader.index) !== ')') {
    fail('bracket_not_closed', { from, to: from + 1 }, {}, { expected: [')'], last: true });
  }
  reader.index += 1;
  reader.brackets -= 1;
  if (!found && reader.problems.length === before) missing(from, reader.index, '()');
  // Brackets keep one interaction or opportunity apart from those beside it.
  return found && isFamilyTerm(found) ? { op: 'all', of: [found] } : found;
}
