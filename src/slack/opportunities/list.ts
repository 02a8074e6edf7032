import type { Button, KnownBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { OpportunityScope } from '../../services/opportunities/list.ts';
import type { OpportunityList, OpportunitySummary } from '../../services/opportunities/types.ts';
import { actions, button, context, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { data, join, md, say, words } from '../text.ts';
import { closesWords, contactWords, moneyOf, SHORT, valueWords } from './facts.ts';
import * as ids from './ids.ts';

/** Rows on one page. */
export const LIST_PAGE = 8;

/** Active opportunities, a page at a time. */
export function listMessage(locale: Locale, scope: OpportunityScope, list: OpportunityList): SlackMessage {
  const { from } = list;
  const { kind, key: no } = scope;
  const title = words(locale, `opportunities.list.${kind}`, { no });
  const rows = list.opportunities.map((one) => row(locale, one, list.currency));
  const { count: total } = list.figures;
  const to = from + rows.length - 1;
  const values = words(locale, 'opportunities.list.values', moneyOf(locale, list.figures, list.currency));
  const none = say(locale, `opportunities.list.empty.${kind}`, { no });
  return message(rows.length ? md`${title}: ${values}` : none, [
    header(title),
    ...(rows.length
      ? [...rows, context(`${words(locale, 'common.page', { from, to, total })} · ${values}`)]
      : [section(none)]),
    actions(buttons(locale, scope, { from, to, total })),
  ]);
}

/** What it is about; with whom, what it is worth and when it is expected to close. */
function row(locale: Locale, one: OpportunitySummary, currency: string): KnownBlock {
  const facts = [
    contactWords(one),
    data(valueWords(locale, one, currency)),
    ...closesWords(locale, one).map((words) => data(words)),
    data(one.salesperson.code),
  ];
  return section(md`*${one.no}* ${data(one.description, SHORT)}\n${join(facts, ' · ')}`, {
    accessory: button(ids.showAction, { no: one.no }, words(locale, 'opportunities.button.show'), {
      label: `${words(locale, 'opportunities.button.show')} ${one.no}`,
    }),
  });
}

function buttons(
  locale: Locale,
  scope: OpportunityScope,
  { from, to, total }: { from: number; to: number; total: number },
): Button[] {
  const page = (start: number, text: 'previous' | 'next') =>
    button(ids.listAction, { scope, from: start }, words(locale, `common.${text}`));
  const other = scope.kind === 'mine' ? 'all' : 'mine';
  const contact = scope.kind === 'contact' ? { contact: scope.key } : {};
  return [
    ...(from > 1 ? [page(Math.max(1, from - LIST_PAGE), 'previous')] : []),
    ...(to < total ? [page(to + 1, 'next')] : []),
    button(ids.newAction, contact, words(locale, 'opportunities.button.new')),
    button(ids.listAction, { scope: { kind: other } }, words(locale, `opportunities.list.${other}`)),
  ];
}
