import { randomBytes } from 'node:crypto';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const MIXED = `${UPPER}abcdefghijklmnopqrstuvwxyz`;

function pick(alphabet: string, length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** A new id as Slack writes them: a letter for the kind, then capitals and digits. */
export function newId(prefix: string): string {
  return prefix + pick(UPPER, 10);
}

/** A short name for a block or an element that the app did not name. */
export function shortName(): string {
  return pick(MIXED, 5);
}

/** A long name that cannot be guessed, for addresses. */
export function secretName(): string {
  return pick(MIXED, 24);
}

/** A view's hash: seconds, a dot and a few letters. */
export function newHash(now: number): string {
  return `${Math.floor(now / 1000)}.${pick(MIXED, 8)}`;
}
