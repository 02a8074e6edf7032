import { parseWhen, type When, type WhenOptions } from './when.ts';

/** Longest run of words that is tried as one moment: “for to uger siden kl. 14”. */
const MAX_WORDS = 7;
/** Words of a text that are looked through. */
const LOOKED_THROUGH = 200;
/** A run of words is tried only if it can be a date: it has a digit or a word that days are called by. */
const LIKELY =
  /\d|day\b|tomorrow|tonight|ago\b|dag|\bi (?:går|forgårs|morgen|overmorgen|morges|aftes|aften|formiddags|eftermiddags)|siden\b/u;

/**
 * The first moment that a text tells of and that is not ahead, with the words that say so. Only words that can mean
 * nothing else are taken: a bare number or “sun” is none.
 */
export function findWhen(text: string, options: WhenOptions): (When & { words: string }) | undefined {
  const words = text
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, LOOKED_THROUGH)
    .map((word) => word.replace(/^[("'“‘*_]+|[)"'”’*_!?,;:]+$/gu, '').replace(/(?<!\bkl)\.$/iu, ''));
  for (let from = 0; from < words.length; from++) {
    for (let length = Math.min(MAX_WORDS, words.length - from); length > 0; length--) {
      const run = words.slice(from, from + length).join(' ');
      if (!isLikely(run)) continue;
      const found = parseWhen(run, options);
      if (found.ok && isBehind(found, options)) return { date: found.date, time: found.time, words: run };
    }
  }
  return undefined;
}

/** A number alone, with or without a dot in it, is a price or a version more often than a time or a date. */
const isLikely = (run: string): boolean =>
  run.length >= 4 && LIKELY.test(run.toLowerCase()) && !/^\d+(?:[.,]\d+)?$/.test(run);

function isBehind({ date, time }: When, { now, timeZone, locale }: WhenOptions): boolean {
  const current = parseWhen('now', { now, timeZone, locale });
  if (!current.ok) return false;
  return date < current.date || (date === current.date && (time ?? '') <= (current.time ?? ''));
}
