import type { ListedLine } from './match-people.ts';

/** `domain.md` §3.1: a name, the longest of what a line can be, has at most 100 characters. */
const MAX_LINE = 200;

/** What a mail program puts around an address: `Bo Holm <bo@example.com>`, `mailto:`, a comma or semicolon behind it. */
function entry(raw: string): string {
  const text = raw
    // What the database has no room for.
    .replaceAll(/[\0\p{Surrogate}]/gu, '')
    .normalize('NFC')
    .trim()
    .replace(/[,;]+$/, '')
    .replace(/^"(.*)"$/, '$1');
  const address = /<(?:mailto:)?([^<>\s|]+@[^<>\s|]+)(?:\|[^>]*)?>$/i.exec(text)?.[1];
  return (address ?? text.replace(/^mailto:/i, '')).trim().slice(0, MAX_LINE);
}

/** The lines of a pasted text that hold something, with their numbers. */
export const readLines = (text: string): ListedLine[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((raw, at) => ({ line: at + 1, text: entry(raw) }))
    .filter((one) => one.text !== '');
