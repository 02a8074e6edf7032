import type { DateRange } from '../../core/dates/range.ts';
import type { InteractionFilter, InteractionScope } from '../../services/interactions/interaction-filter.ts';
import { tokenize } from '../segments/command/tokens.ts';
import { UsageError } from '../segments/command/usage.ts';

export type FileFormat = 'csv' | 'xlsx';

/** What `/interaction list …` asks for, as it was typed: the key may be a name still. */
export interface ListWish {
  scope: InteractionScope;
  /** Words for days; blank for no limit. */
  days: string;
  filter: Pick<InteractionFilter, 'canceled' | 'failed' | 'postponed' | 'evaluation'>;
  /** Sent as a file rather than listed. */
  file?: FileFormat;
}

const SCOPES: Record<string, InteractionScope['kind']> = {
  contact: 'contact',
  kontakt: 'contact',
  company: 'company',
  virksomhed: 'company',
  segment: 'segment',
  målgruppe: 'segment',
  logged: 'logged',
  logført: 'logged',
  campaign: 'campaign',
  kampagne: 'campaign',
  salesperson: 'salesperson',
  sælger: 'salesperson',
};
const MINE = ['mine', 'my', 'me'];
const FILES: Record<string, FileFormat> = {
  export: 'csv',
  eksport: 'csv',
  eksporter: 'csv',
  csv: 'csv',
  excel: 'xlsx',
  xlsx: 'xlsx',
};
const FLAGS: Record<string, ListWish['filter']> = {
  canceled: { canceled: true },
  cancelled: { canceled: true },
  annulleret: { canceled: true },
  annullerede: { canceled: true },
  failed: { failed: true },
  mislykket: { failed: true },
  mislykkede: { failed: true },
  postponed: { postponed: true },
  udskudt: { postponed: true },
  udskudte: { postponed: true },
  evaluated: { evaluation: 'any' },
  evalueret: { evaluation: 'any' },
  evaluerede: { evaluation: 'any' },
};
const EVALUATIONS: Record<string, NonNullable<InteractionFilter['evaluation']>> = {
  'very positive': 'very-positive',
  'meget positiv': 'very-positive',
  positive: 'positive',
  positiv: 'positive',
  neutral: 'neutral',
  negative: 'negative',
  negativ: 'negative',
  'very negative': 'very-negative',
  'meget negativ': 'very-negative',
};

const known = <T>(table: Record<string, T>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/**
 * Reads `contact:"Bo Berg" last month failed export`: a scope, words about the interactions, a file, and the rest as
 * days. Without a scope they are one's own.
 * @throws UsageError for two scopes, one without a value, or an evaluation that there is not
 */
export function readList(text: string): ListWish {
  let scope: InteractionScope | undefined;
  const wish: Pick<ListWish, 'filter' | 'file'> = { filter: {} };
  const days: string[] = [];
  const meant = (found: InteractionScope) => {
    if (scope) throw new UsageError('interactions.mistake.scopes');
    scope = found;
  };
  for (const token of tokenize(text)) {
    const [, name = '', value = ''] = /^(\p{L}+):(.*)$/su.exec(token.text) ?? [];
    const word = token.text.normalize('NFC').toLowerCase();
    const kind = known(SCOPES, name.normalize('NFC').toLowerCase());
    const flag = known(FLAGS, word);
    const file = known(FILES, word);
    if (kind) {
      if (value.trim() === '') throw new UsageError('segments.mistake.fieldEmpty', { field: name });
      meant({ kind, key: value.trim() });
    } else if (/^evalu(?:ation|ering)$/i.test(name)) Object.assign(wish.filter, evaluationOf(value));
    else if (MINE.includes(word)) meant({ kind: 'mine', key: '' });
    else if (flag) Object.assign(wish.filter, flag);
    else if (file) wish.file = wish.file === 'xlsx' ? 'xlsx' : file;
    else days.push(token.text);
  }
  return { scope: scope ?? { kind: 'mine', key: '' }, days: days.join(' '), ...wish };
}

function evaluationOf(value: string): ListWish['filter'] {
  const typed = value
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/[-_\s]+/g, ' ');
  const evaluation = known(EVALUATIONS, typed);
  if (!evaluation) throw new UsageError('interactions.mistake.evaluation', { value });
  return { evaluation };
}

/** The filter, once it is known which contact and which days are meant. */
export const filterOf = (
  wish: ListWish,
  scope: InteractionScope,
  { from, to }: DateRange,
): InteractionFilter => ({
  scope,
  ...wish.filter,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
