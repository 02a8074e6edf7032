/** What a list says of one person; what it does not say is blank. */
export interface Entry {
  /** 1-based line of the list. */
  line: number;
  /** What the line is called by when it is shown. */
  text: string;
  no: string;
  email: string;
  name: string;
}

/** `domain.md` §3.1: a name, the longest of what can be told, has at most 100 characters. */
const MAX_LENGTH = 200;

/**
 * What somebody wrote, without what mail programs put around an address (`Bo Holm <bo@example.com>`, `mailto:`, a
 * comma or semicolon behind it) and the apostrophe that our exports put before what looks like a formula.
 */
export function cleanText(raw: string): string {
  const text = raw
    // What the database has no room for.
    .replaceAll(/[\0\p{Surrogate}]/gu, '')
    .normalize('NFC')
    .trim()
    .replace(/[,;]+$/, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/^'(?=[=+\-@])/, '');
  const address = /<(?:mailto:)?([^<>\s|]+@[^<>\s|]+)(?:\|[^>]*)?>$/i.exec(text)?.[1];
  return (address ?? text.replace(/^mailto:/i, '')).trim().slice(0, MAX_LENGTH);
}

/** A line that may be any of the three. */
export const anyOf = (line: number, raw: string): Entry => {
  const text = cleanText(raw);
  return { line, text, no: text, email: text, name: text };
};
