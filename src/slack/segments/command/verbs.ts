import { distance } from 'fastest-levenshtein';

/** What `/segment` can be followed by. */
export const VERBS = [
  'new',
  'list',
  'show',
  'edit',
  'lines',
  'steps',
  'why',
  'count',
  'add',
  'reduce',
  'refine',
  'undo',
  'redo',
  'submit',
  'log',
  'logged',
  'export',
  'copy',
  'people',
  'mailing',
  'save',
  'saved',
  'reuse',
  'settings',
  'help',
] as const;
export type Verb = (typeof VERBS)[number];

/** Other words for a verb, the Danish ones among them; they are understood whatever the reader's language. */
const ALIASES: Record<Verb, readonly string[]> = {
  new: ['create', 'ny', 'opret'],
  list: ['ls', 'liste', 'segments', 'målgrupper'],
  show: ['vis', 'view', 'open'],
  edit: ['header', 'rediger', 'ret', 'hoved'],
  lines: ['contacts', 'linjer', 'kontakter'],
  steps: ['history', 'trin', 'historik'],
  why: ['explain', 'hvorfor'],
  count: ['tæl'],
  add: ['tilføj'],
  reduce: ['reducer', 'reducér', 'remove', 'fjern'],
  refine: ['afgræns', 'forfin', 'keep', 'behold'],
  undo: ['fortryd', 'back'],
  redo: ['gentag', 'gendan'],
  submit: ['indsend', 'approve', 'godkend'],
  log: ['logfør'],
  logged: ['logført', 'logførte'],
  export: ['eksporter', 'eksportér', 'csv'],
  copy: ['kopier', 'kopiér'],
  people: ['personer', 'paste'],
  mailing: ['mailinggruppe', 'mailing-group'],
  save: ['gem'],
  saved: ['gemte', 'criteria', 'kriterier'],
  reuse: ['genbrug', 'use'],
  settings: ['indstillinger', 'opsætning', 'setup'],
  help: ['hjælp', '?', '-h', '--help'],
};

const byWord = new Map<string, Verb>(
  // Verbs first, so that one of them is suggested before an alias that is as near.
  [
    ...VERBS.map((verb): [string, Verb] => [verb, verb]),
    ...VERBS.flatMap((verb) => ALIASES[verb].map((word): [string, Verb] => [word, verb])),
  ],
);

const fold = (word: string) => word.normalize('NFC').toLowerCase();

/** The verb a word stands for, if any. */
export const findVerb = (word: string): Verb | undefined => byWord.get(fold(word));

/** Other words that are understood for a verb. */
export const verbAliases = (verb: Verb): readonly string[] => ALIASES[verb];

/** The verb a mistyped word was probably meant to be; undefined when none is near. */
export function nearestVerb(word: string): Verb | undefined {
  const typed = fold(word);
  let best: { verb: Verb; away: number } | undefined;
  for (const [known, verb] of byWord) {
    const away = distance(typed, known);
    if (away <= Math.max(1, Math.floor(known.length / 2)) && (!best || away < best.away))
      best = { verb, away };
  }
  return best?.verb;
}
