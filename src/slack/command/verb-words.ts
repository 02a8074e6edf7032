import { distance } from 'fastest-levenshtein';

/** The verbs of a command and the other words that stand for them. */
export interface VerbWords<Verb extends string> {
  /** The verb a word stands for, if any. */
  find: (word: string) => Verb | undefined;
  /** Other words that are understood for a verb. */
  aliases: (verb: Verb) => readonly string[];
  /** The verb a mistyped word was probably meant to be; undefined when none is near. */
  nearest: (word: string) => Verb | undefined;
}

const fold = (word: string) => word.normalize('NFC').toLowerCase();

/** @param aliases the Danish words among them; they are understood whatever the reader's language */
export function verbWords<Verb extends string>(
  verbs: readonly Verb[],
  aliases: Record<Verb, readonly string[]>,
): VerbWords<Verb> {
  const byWord = new Map<string, Verb>(
    // Verbs first, so that one of them is suggested before an alias that is as near.
    [
      ...verbs.map((verb): [string, Verb] => [verb, verb]),
      ...verbs.flatMap((verb) => aliases[verb].map((word): [string, Verb] => [word, verb])),
    ],
  );
  return {
    find: (word) => byWord.get(fold(word)),
    aliases: (verb) => aliases[verb],
    nearest: (word) => {
      const typed = fold(word);
      let best: { verb: Verb; away: number } | undefined;
      for (const [known, verb] of byWord) {
        const away = distance(typed, known);
        const isNear = away <= Math.max(1, Math.floor(known.length / 2));
        if (isNear && (!best || away < best.away)) best = { verb, away };
      }
      return best?.verb;
    },
  };
}
