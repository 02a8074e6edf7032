import { z } from 'zod';

/** How a cell of a file becomes text that the database can cast; null is "nothing there". */
export type Cell = z.ZodType<string | null, string>;

type Read = (text: string) => { value: string | null } | { problem: string };

/** Long enough to recognise a value by, short enough for a reject file and a terminal. */
const CLIPPED = 200;

/** A value as the reject file shows it: not too long, and without the NUL that the database refuses. */
export function clip(value: string): string {
  // Joining makes a new string; a plain slice would keep all of a huge cell in memory.
  const characters = Array.from(value.slice(0, CLIPPED + 2).replaceAll('\0', '\u2400'));
  return characters.length > CLIPPED
    ? `${characters.slice(0, CLIPPED).join('')}…`
    : `${characters.join('')}${value.length > CLIPPED + 2 ? '…' : ''}`;
}

function cell(read: Read): Cell {
  return z.string().transform((raw, context) => {
    if (raw.includes('\0')) {
      context.addIssue('contains a NUL character');
      return z.NEVER;
    }
    const result = read(raw.trim());
    if ('value' in result) return result.value;
    context.addIssue(result.problem);
    return z.NEVER;
  });
}

interface Options {
  /** A blank cell is a problem. */
  filled?: boolean;
}

const BLANK = { problem: 'must not be blank' };

/** Characters as people count them: an emoji is one. */
const isLonger = (text: string, max: number) => text.length > max && Array.from(text).length > max;
const tooLong = (max: number) => ({ problem: `is longer than ${max} characters` });

/** Upper-cased, trimmed text of at most `max` characters (`domain.md` §3, Code[n]); blank is null unless said. */
export const code = (
  max: number,
  { filled = false, blank = null }: Options & { blank?: string | null } = {},
): Cell =>
  cell((text) => {
    if (text === '') return filled ? BLANK : { value: blank };
    const value = text.toUpperCase();
    return isLonger(value, max) ? tooLong(max) : { value };
  });

/** Free text of at most `max` characters (`domain.md` §3, Text[n]). */
export const text = (max: number, { filled = false }: Options = {}): Cell =>
  cell((value) => {
    if (value === '' && filled) return BLANK;
    return isLonger(value, max) ? tooLong(max) : { value };
  });

/** `true` or `false`; blank is `blank`. */
export const flag = ({ blank = 'false' as 'false' | null } = {}): Cell =>
  cell((value) => {
    const word = value.toLowerCase();
    if (word === '') return { value: blank };
    return word === 'true' || word === 'false' ? { value: word } : { problem: 'is neither true nor false' };
  });

/** A whole number from `min` to 2 147 483 647; blank is `blank`. */
export const whole = ({ min = 0, blank = '0' as string | null } = {}): Cell =>
  cell((value) => {
    if (value === '') return blank === null ? BLANK : { value: blank };
    if (!/^-?\d{1,10}(\.0*)?$/.test(value)) return { problem: 'is not a whole number' };
    const number = Math.trunc(Number(value));
    if (number < min) return { problem: `is less than ${min}` };
    return number > 2_147_483_647 ? { problem: 'is too large' } : { value: String(number) };
  });

/** A number that is not negative, with a point before its decimals; blank is 0. */
export const decimal = ({ decimals, max }: { decimals: number; max?: number }): Cell =>
  cell((value) => {
    if (value === '') return { value: '0' };
    const parts = /^(\d{1,15})(?:\.(\d*))?$/.exec(value);
    if (!parts) return { problem: 'is not a number such as 12.50' };
    const fraction = (parts[2] ?? '').replace(/0+$/, '');
    if (fraction.length > decimals) return { problem: `has more than ${decimals} decimals` };
    if (max !== undefined && Number(value) > max) return { problem: `is more than ${max}` };
    return { value: fraction ? `${parts[1]}.${fraction}` : (parts[1] ?? '0') };
  });

/** An ISO date that exists; blank is null. */
export const isoDate = ({ filled = false }: Options = {}): Cell =>
  cell((value) => {
    if (value === '') return filled ? BLANK : { value: null };
    return isDate(value) ? { value } : { problem: 'is not a date such as 2026-12-31' };
  });

function isDate(value: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const plain = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, '-');

/** One of a few words, in any case, with spaces or hyphens: the words of the file → how they are stored. */
export function choice<const Choices extends Record<string, string>>(
  choices: Choices,
  options: Options & { blank?: Choices[keyof Choices] } = {},
): Cell {
  const stored = new Map(Object.entries(choices).map(([word, value]) => [plain(word), value]));
  for (const value of Object.values(choices)) stored.set(value, value);
  const words = Object.keys(choices).join(', ');
  return cell((value) => {
    if (value === '') return options.filled ? BLANK : { value: options.blank ?? '' };
    const found = stored.get(plain(value));
    return found === undefined ? { problem: `is none of ${words}` } : { value: found };
  });
}

/** One or more addresses (`domain.md` §3.1): something on either side of one @, no blanks. */
export const email = (max: number): Cell =>
  cell((value) => {
    if (isLonger(value, max)) return tooLong(max);
    const addresses = value === '' ? [] : value.split(/\s*[;,]\s*/);
    return addresses.every((address) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(address))
      ? { value }
      : { problem: 'is not an e-mail address' };
  });

/** Phone numbers may not contain letters (`domain.md` §3.1). */
export const phone = (max: number): Cell =>
  cell((value) => {
    if (isLonger(value, max)) return tooLong(max);
    return /\p{L}/u.test(value) ? { problem: 'contains letters' } : { value };
  });
