const SINGLE = "'‘’‚‛";
const DOUBLE = '"“”„‟';

/** Phones and word processors turn quotes into curly ones: they count as straight. */
export const isSingleQuote = (char: string): boolean => char !== '' && SINGLE.includes(char);
export const isDoubleQuote = (char: string): boolean => char !== '' && DOUBLE.includes(char);
export const straight = (char: string): string =>
  isSingleQuote(char) ? "'" : isDoubleQuote(char) ? '"' : char;
export const isSpace = (char: string): boolean => /^\s$/.test(char);

/** A place in an expression that is being read. */
export class Cursor {
  index: number;
  readonly #text: string;
  readonly #positions: readonly number[] | undefined;
  readonly #spaces: boolean;

  /**
   * @param positions where each character stands in the whole text, if `text` is a part of it
   * @param spaces whether spaces belong to the expression (it stood in double quotes) or end it
   */
  constructor(text: string, index: number, { positions, spaces }: { positions?: number[]; spaces: boolean }) {
    this.#text = text;
    this.index = index;
    this.#positions = positions;
    this.#spaces = spaces;
  }

  /** The character here, or further on; '' beyond the end of the text. */
  char(ahead = 0): string {
    return this.#text.charAt(this.index + ahead);
  }

  get atEnd(): boolean {
    const char = this.char();
    return char === '' || (!this.#spaces && isSpace(char));
  }

  /** Passes a word if it stands here. */
  take(word: string): boolean {
    if (!this.#text.startsWith(word, this.index)) return false;
    this.index += word.length;
    return true;
  }

  looksAt(word: string): boolean {
    return this.#text.startsWith(word, this.index);
  }

  skipSpaces(): void {
    while (this.#spaces && isSpace(this.char())) this.index += 1;
  }

  /** Where it stands in the whole text. */
  position(index = this.index): number {
    const last = this.#positions?.at(-1) ?? 0;
    return this.#positions ? (this.#positions[index] ?? last + 1) : index;
  }

  /** The word that stands here, for a message. */
  word(): string {
    return /^\S+/.exec(this.#text.slice(this.index, this.index + 40))?.[0] ?? '';
  }
}
