import { verbWords } from '../../command/verb-words.ts';

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
  'calls',
  'log',
  'logged',
  'export',
  'copy',
  'people',
  'mailing',
  'save',
  'saved',
  'reuse',
  'share',
  'delete',
  'cleanup',
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
  calls: ['call', 'call-list', 'phone', 'ring', 'ringeliste', 'opkald'],
  log: ['logfør'],
  logged: ['logført', 'logførte'],
  export: ['eksporter', 'eksportér', 'csv'],
  copy: ['kopier', 'kopiér'],
  people: ['personer', 'paste'],
  mailing: ['mailinggruppe', 'mailing-group'],
  save: ['gem'],
  saved: ['gemte', 'criteria', 'kriterier'],
  reuse: ['genbrug', 'use'],
  share: ['del'],
  delete: ['slet'],
  cleanup: ['oprydning', 'ryd-op', 'clean-up'],
  settings: ['indstillinger', 'opsætning', 'setup'],
  help: ['hjælp', '?', '-h', '--help'],
};

const verbs = verbWords(VERBS, ALIASES);

/** The verb a word stands for, if any. */
export const findVerb = verbs.find;
/** Other words that are understood for a verb. */
export const verbAliases = verbs.aliases;
/** The verb a mistyped word was probably meant to be; undefined when none is near. */
export const nearestVerb = verbs.nearest;
