import type { Pattern } from '../model.ts';
import { fail, type Span } from '../problems.ts';
import { type Cursor, isDoubleQuote, isSingleQuote, isSpace, straight } from './cursor.ts';

/** A value as it was written. */
export interface Pieces extends Span {
  pattern: Pattern;
  /** It holds a part in single quotes, which may be empty: `''`. */
  quoted: boolean;
}

export interface ReadOptions {
  field: string;
  /** Brackets open around it. */
  brackets: number;
  /** Ends the value besides `|` and `&`: `..` in a comparison, `=` in a question. */
  stop: '..' | '=' | undefined;
}

/**
 * Reads texts, wildcards and literals up to the next operator. Brackets inside a text belong to it when they are
 * balanced; an apostrophe inside a word is one, quotes open only where a value or a part of it begins.
 */
export function readPieces(cursor: Cursor, { field, brackets, stop }: ReadOptions): Pieces {
  const pattern: Pattern = [];
  const from = cursor.index;
  let text = '';
  let own = 0;
  let quoted = false;
  const flush = (value = text) => {
    if (value !== '') pattern.push({ text: value });
    text = '';
  };
  while (!cursor.atEnd) {
    const char = cursor.char();
    if (char === '|' || char === '&') break;
    if (stop && cursor.looksAt(stop)) break;
    if (char === ')' && own === 0 && brackets > 0) break;
    if (char === '*' || char === '?') {
      flush();
      pattern.push({ wild: char });
      cursor.index += 1;
      continue;
    }
    if (text === '') {
      if (isSingleQuote(char)) {
        flush(readLiteral(cursor, stop));
        quoted = true;
        expectOperator(cursor, brackets, stop);
        continue;
      }
      if (isDoubleQuote(char)) fail('double_quote_inside', quotedPart(cursor), { field });
    }
    if (char === '(') own += 1;
    if (char === ')' && own > 0) own -= 1;
    text += straight(char);
    cursor.index += 1;
  }
  flush(text.trimEnd());
  const ended = cursor.index;
  return { pattern, quoted, from: cursor.position(from), to: cursor.position(Math.max(from, ended - 1)) + 1 };
}

/** A part in double quotes, or only the quote if it is not closed. */
function quotedPart(cursor: Cursor): Span {
  let length = 1;
  while (cursor.char(length) !== '' && !isDoubleQuote(cursor.char(length))) length += 1;
  const closed = cursor.char(length) !== '';
  const from = cursor.position();
  return { from, to: closed ? cursor.position(cursor.index + length) + 1 : from + 1 };
}

/** The text of a literal; a quote in it is doubled. One that curly quotes hold may be closed by any single quote. */
function readLiteral(cursor: Cursor, stop: ReadOptions['stop']): string {
  const start = cursor.position();
  const opened = cursor.char();
  cursor.index += 1;
  let text = '';
  for (;;) {
    const char = cursor.char();
    if (char === '') {
      fail('quote_not_closed', { from: start, to: cursor.position() }, { quote: "'" }, { last: true });
    }
    const closes = opened === "'" ? char === "'" : isSingleQuote(char);
    if (closes && cursor.char(1) === char) {
      text += straight(char);
      cursor.index += 2;
      continue;
    }
    cursor.index += 1;
    if (closes && endsLiteral(cursor, stop)) return text;
    text += opened === "'" ? char : straight(char);
  }
}

/** A quote followed by more of a word is an apostrophe. */
function endsLiteral(cursor: Cursor, stop: ReadOptions['stop']): boolean {
  const next = cursor.char();
  return (
    next === '' || isSpace(next) || '|&)*?'.includes(next) || (stop !== undefined && cursor.looksAt(stop))
  );
}

/** After a literal only an operator, a wildcard or the end may come. */
function expectOperator(cursor: Cursor, brackets: number, stop: ReadOptions['stop']): void {
  const spaced = !cursor.atEnd && isSpace(cursor.char());
  cursor.skipSpaces();
  if (cursor.atEnd) return;
  const char = cursor.char();
  if (char === '|' || char === '&' || (char === ')' && brackets > 0)) return;
  if (stop && cursor.looksAt(stop)) return;
  if ((char === '*' || char === '?') && !spaced) return;
  const word = cursor.word();
  const from = cursor.position();
  fail('operator_expected', { from, to: from + word.length }, { word }, { expected: ['|', '&'] });
}
