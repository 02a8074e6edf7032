import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { actions, alert, button, context, modal, section } from '../blocks/index.ts';
import { type Mrkdwn, say, words } from '../text.ts';
import { editAction, type Form, goAction, type Page, pageView } from './ids.ts';

/** What one reads first on a page: that something is saved, or what was sent. */
export type Lead = Mrkdwn | undefined;

interface PageModel {
  locale: Locale;
  page: Page;
  title: MessageKey;
  /** Where “Back” leads; none: here it begins. */
  back?: Page;
  /** The button that adds to a list. */
  add?: { form: Form; label: MessageKey };
  lead: Lead;
  blocks: readonly KnownBlock[];
}

/** A page of the set-up: back and add at the top, then what there is. */
export function pageModal({ locale, page, title, back, add, lead, blocks }: PageModel): ModalView {
  const buttons = [
    ...(add ? [button(editAction, add.form, words(locale, add.label), { style: 'primary' })] : []),
    ...(back ? [button(goAction, back, words(locale, 'setup.back'))] : []),
  ];
  return modal({
    id: pageView,
    metadata: page,
    title: words(locale, title),
    close: words(locale, 'common.close'),
    blocks: [
      ...(lead ? [alert(lead, 'success')] : []),
      ...(buttons.length ? [actions(buttons, 'top')] : []),
      ...blocks,
    ],
  });
}

/** The button that leads from a form back to its page. */
export const backRow = (locale: Locale, back: Page, more: Parameters<typeof actions>[0] = []): KnownBlock =>
  actions([button(goAction, back, words(locale, 'setup.back')), ...more], 'top');

/** A row of a list with its button. */
export const editRow = (locale: Locale, text: Mrkdwn, form: Form, label: string): KnownBlock =>
  section(text, { accessory: button(editAction, form, words(locale, 'setup.edit'), { label }) });

/** Rows on a page of a list. */
export const ROWS = 20;

interface Paged {
  from: number;
  total: number;
  rows: readonly unknown[];
}

/** Where one is in a long list, and how to go on. */
export function paging(
  locale: Locale,
  { from, total, rows }: Paged,
  at: (from: number) => Page,
): KnownBlock[] {
  if (total === 0) return [section(say(locale, 'setup.none'))];
  if (total <= ROWS && from === 1) return [];
  const turn = [
    ...(from > 1 ? [button(goAction, at(Math.max(1, from - ROWS)), words(locale, 'setup.previous'))] : []),
    ...(from + rows.length <= total ? [button(goAction, at(from + ROWS), words(locale, 'setup.next'))] : []),
  ];
  return [
    context(words(locale, 'setup.position', { from, to: from + rows.length - 1, total })),
    ...(turn.length ? [actions(turn, 'paging')] : []),
  ];
}
