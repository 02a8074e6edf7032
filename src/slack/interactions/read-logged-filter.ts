import type { MemberContext } from '../../core/context.ts';
import type { LoggedFilter } from '../../services/interactions/list-logged.ts';
import { readDays } from '../interaction-list/read-days.ts';
import { tokenize } from '../segments/command/tokens.ts';

const KEYS: Record<string, 'campaign' | 'by'> = {
  campaign: 'campaign',
  kampagne: 'campaign',
  by: 'by',
  af: 'by',
};
const MINE = ['mine', 'my', 'me'];
const CANCELED = ['canceled', 'cancelled', 'annulleret', 'annullerede'];

/**
 * Reads `campaign:CP1001 by:RR canceled last month`, what `/segment logged` can be followed by.
 * @throws InvalidError when the days cannot be read
 */
export function readLoggedFilter(ctx: MemberContext, text: string): LoggedFilter {
  const filter: LoggedFilter = {};
  const days: string[] = [];
  for (const token of tokenize(text)) {
    const [, name = '', value = ''] = /^(\p{L}+):(.+)$/su.exec(token.text) ?? [];
    const key = KEYS[name.normalize('NFC').toLowerCase()];
    const word = token.text.normalize('NFC').toLowerCase();
    if (key) filter[key] = value.trim();
    else if (MINE.includes(word)) filter.by = 'me';
    else if (CANCELED.includes(word)) filter.canceled = true;
    else days.push(token.text);
  }
  return { ...filter, ...readDays(ctx, days.join(' ')) };
}
