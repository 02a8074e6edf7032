/** A word of a command: what stands in quotes is one word. */
export interface Token {
  /** Without its quotes. */
  text: string;
  quoted: boolean;
  /** Where it begins and ends in the text, quotes included. */
  from: number;
  to: number;
}

const DOUBLE_QUOTES = '"“”„«»';
const isDoubleQuote = (char: string) => char !== '' && DOUBLE_QUOTES.includes(char);
const isSpace = (char: string) => /\s/.test(char);

/**
 * Cuts a command into words. Straight and curly double quotes hold words together, also within a word
 * (`date:"next friday"`); apostrophes are letters. A quote that is not closed reaches to the end.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = readToken(text, at);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

function readToken(text: string, from: number): Token {
  let at = from;
  let word = '';
  let quoted = false;
  let inside = false;
  while (at < text.length && (inside || !isSpace(text.charAt(at)))) {
    const char = text.charAt(at);
    if (isDoubleQuote(char)) {
      inside = !inside;
      quoted = true;
    } else word += char;
    at += 1;
  }
  return { text: word, quoted, from, to: at };
}

/** The first word and what follows it, both as they were typed. */
export function firstWord(text: string): { word: string; rest: string } {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*)$/su.exec(text) ?? [];
  return { word, rest: rest.trimEnd() };
}
