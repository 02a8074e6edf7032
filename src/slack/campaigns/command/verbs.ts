import { verbWords } from '../../command/verb-words.ts';

/** What `/campaign` can be followed by. */
export const VERBS = [
  'new',
  'list',
  'show',
  'edit',
  'segments',
  'activate',
  'deactivate',
  'targets',
  'entries',
  'digest',
  'share',
  'delete',
  'help',
] as const;
export type Verb = (typeof VERBS)[number];

/** Other words for a verb, the Danish ones among them; they are understood whatever the reader's language. */
const ALIASES: Record<Verb, readonly string[]> = {
  new: ['create', 'ny', 'opret'],
  list: ['ls', 'liste', 'campaigns', 'kampagner', 'mine'],
  show: ['vis', 'view', 'open', 'card', 'kort'],
  edit: ['rediger', 'redigér', 'ret'],
  segments: ['målgrupper'],
  activate: ['aktiver', 'aktivér'],
  deactivate: ['deaktiver', 'deaktivér'],
  targets: ['target', 'mål', 'kampagnemål'],
  entries: ['poster', 'kampagneposter'],
  digest: ['weekly', 'ugeoverblik', 'overblik'],
  share: ['del'],
  delete: ['slet'],
  help: ['hjælp', '?', '-h', '--help'],
};

export const verbs = verbWords(VERBS, ALIASES);
