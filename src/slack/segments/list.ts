import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { SegmentList } from '../../services/segments/list-segments.ts';
import type { SegmentHeader } from '../../services/segments/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  header,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { clip, md, words } from '../text.ts';
import { helpAction, listAction, newAction, showAction } from './ids.ts';

export type ListScope = 'mine' | 'all';

/** Rows on one page of the list. */
export const LIST_PAGE = 8;

/** One segment: number, description, size, state, and a button that shows it. */
export function segmentRow(locale: Locale, { no, description, counts, state }: SegmentHeader): KnownBlock {
  const name = clip(description || words(locale, 'segments.untitled'), 120);
  const size = words(locale, 'segments.list.row', {
    contacts: contactsAmount(locale, counts),
    state: words(locale, `segments.state.${state}`),
  });
  return section(md`*${no}* ${name}\n${size}`, {
    accessory: button(showAction, { no }, words(locale, 'segments.button.show'), {
      label: words(locale, 'segments.button.show.label', { no }),
    }),
  });
}

/** The segments being worked on, a page at a time. @param from 1-based position of the page's first one */
export function listMessage(locale: Locale, scope: ListScope, list: SegmentList, from: number): SlackMessage {
  const title = words(locale, `segments.list.${scope}`);
  const other: ListScope = scope === 'mine' ? 'all' : 'mine';
  const rows = list.segments.map((segment) => segmentRow(locale, segment));
  const to = from + rows.length - 1;
  const shown = rows.length
    ? [...rows, context(words(locale, 'common.page', { from, to, total: list.total }))]
    : [section(words(locale, `segments.list.empty.${scope}`))];
  const next = list.next;
  return message(title, [
    header(title),
    ...shown,
    actions([
      ...(from > 1 ? [button(listAction, { scope }, words(locale, 'segments.list.newest'))] : []),
      ...(next
        ? [button(listAction, { scope, cursor: next, from: to + 1 }, words(locale, 'segments.list.older'))]
        : []),
      button(newAction, {}, words(locale, 'segments.button.new'), rows.length ? {} : { style: 'primary' }),
      button(listAction, { scope: other }, words(locale, `segments.list.${other}`)),
      button(helpAction, {}, words(locale, 'segments.button.help')),
    ]),
  ]);
}
