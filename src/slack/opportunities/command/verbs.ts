import { verbWords } from '../../command/verb-words.ts';

/** What `/opportunity` can be followed by. */
export const VERBS = ['new', 'list', 'show', 'help'] as const;
export type Verb = (typeof VERBS)[number];

/** Other words for a verb, the Danish ones among them; they are understood whatever the reader's language. */
const ALIASES: Record<Verb, readonly string[]> = {
  new: ['create', 'ny', 'opret'],
  list: ['ls', 'liste', 'opportunities', 'salgsmuligheder', 'mine', 'all', 'alle'],
  show: ['vis', 'view', 'open', 'card', 'kort'],
  help: ['hjælp', '?', '-h', '--help'],
};

export const verbs = verbWords(VERBS, ALIASES);
