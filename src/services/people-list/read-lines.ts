import { anyOf, type Entry } from './entries.ts';

/** The lines of a pasted text that hold something, with their numbers. */
export const readLines = (text: string): Entry[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((raw, at) => anyOf(at + 1, raw))
    .filter((entry) => entry.text !== '');
