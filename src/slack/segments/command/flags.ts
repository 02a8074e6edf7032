import { distance } from 'fastest-levenshtein';
import type { AddOptions, RemoveOptions } from '../../../services/segments/types.ts';
import { UsageError } from './usage.ts';

export const ADD_FLAGS = [
  'expand-companies',
  'related-companies',
  'allow-existing',
  'ignore-exclusion',
] as const;
/** What matters when nothing is there yet. */
export const COUNT_FLAGS = ['expand-companies', 'related-companies', 'ignore-exclusion'] as const;
export const REMOVE_FLAGS = ['entire-companies'] as const;
export const MAILING_FLAGS = ['delete-old'] as const;
type Flag = (typeof ADD_FLAGS | typeof REMOVE_FLAGS | typeof MAILING_FLAGS)[number];
const FLAGS: readonly Flag[] = [...ADD_FLAGS, ...REMOVE_FLAGS, ...MAILING_FLAGS];

/** Clients turn `--` into a dash of their own. */
const FLAG_WORD = /^(?:--|—|–)([\p{L}\p{N}-]+)$/u;
const OPENING_QUOTE = /["“”„«»]/;
/** Where a literal in single quotes can begin; elsewhere it is an apostrophe. */
const BEFORE_LITERAL = /[:|&(<>=,"“]$/;

/**
 * Takes the flags out of a text of criteria; what stands in quotes is left alone.
 * @param allowed the flags the verb knows
 * @returns the criteria without the flags
 * @throws UsageError for a flag that does not exist, or not for this verb
 */
export function takeFlags<F extends Flag>(
  text: string,
  allowed: readonly F[],
): { criteria: string; flags: Set<F> } {
  const flags = new Set<F>();
  const kept: string[] = [];
  for (const word of splitOutsideQuotes(text)) {
    const name = FLAG_WORD.exec(word)?.[1]?.toLowerCase();
    if (name === undefined) kept.push(word);
    else flags.add(known(name, allowed));
  }
  return { criteria: kept.join(' ').trim(), flags };
}

function known<F extends Flag>(name: string, allowed: readonly F[]): F {
  const found = allowed.find((flag) => flag === name);
  if (found) return found;
  const list = allowed.map((flag) => `--${flag}`).join(', ');
  if (FLAGS.some((flag) => flag === name)) {
    throw new UsageError('segments.mistake.flagNotHere', { flag: `--${name}`, list });
  }
  const nearest = [...allowed].sort((a, b) => distance(a, name) - distance(b, name))[0] ?? '';
  throw new UsageError('segments.mistake.unknownFlag', { flag: `--${name}`, nearest: `--${nearest}`, list });
}

/** Words between spaces, where spaces within quotes do not count. */
function splitOutsideQuotes(text: string): string[] {
  const words: string[] = [];
  let word = '';
  let closing: RegExp | undefined;
  for (const char of text) {
    if (closing) {
      if (closing.test(char)) closing = undefined;
      word += char;
    } else if (/\s/.test(char)) {
      if (word) words.push(word);
      word = '';
    } else {
      if (OPENING_QUOTE.test(char)) closing = OPENING_QUOTE;
      else if (/['‘’]/.test(char) && BEFORE_LITERAL.test(word)) closing = /['‘’]/;
      word += char;
    }
  }
  if (word) words.push(word);
  return words;
}

/** The options of Add that flags ask for. */
export const addOptionsOf = (flags: ReadonlySet<string>): AddOptions => ({
  expandCompanies: flags.has('expand-companies'),
  relatedCompanies: flags.has('related-companies'),
  allowExisting: flags.has('allow-existing'),
  ignoreExclusion: flags.has('ignore-exclusion'),
});

export const removeOptionsOf = (flags: ReadonlySet<string>): RemoveOptions => ({
  entireCompanies: flags.has('entire-companies'),
});
