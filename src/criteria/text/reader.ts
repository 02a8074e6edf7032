import type { DateReading } from '../../core/dates/period.ts';
import type { FieldName } from '../fields.ts';
import type { Leaf, Term } from '../model.ts';
import type { Problem, Span } from '../problems.ts';
import { isSpace } from './cursor.ts';

/** A text that is being read, and what is known so far. */
export interface Reader {
  readonly text: string;
  index: number;
  readonly moment: DateReading;
  /** Where each test, and each term, stands in the text. */
  readonly spans: Map<Leaf | Term, Span>;
  readonly problems: Problem[];
  /** Groups that are open. */
  brackets: number;
  /** Groups and negations that are open. */
  nested: number;
  terms: number;
  /** The field of the term before. */
  previous: FieldName | undefined;
}

/** Moves to the next word; false when there is none. */
export function skipSpaces(reader: Reader): boolean {
  while (isSpace(reader.text.charAt(reader.index))) reader.index += 1;
  return reader.index < reader.text.length;
}

export function nextSpace(text: string, from: number): number {
  const found = text.slice(from).search(/\s/);
  return found < 0 ? text.length : from + found;
}
