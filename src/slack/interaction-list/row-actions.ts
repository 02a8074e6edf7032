import type { Overflow } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { overflow } from '../blocks/index.ts';
import { words } from '../text.ts';
import { rowAction } from './ids.ts';

interface RowModel {
  entryId: number;
  contactNo: string;
  /** Blank: none came of it. */
  opportunityNo: string;
  canceled: boolean;
}

/** What an interaction gives rise to; one makes one opportunity. */
export const nextActions = (locale: Locale, id: number, hasOpportunity: boolean) => [
  { text: words(locale, 'tasks.row.create'), value: { do: 'task' as const, id } },
  ...(hasOpportunity
    ? []
    : [
        {
          text: words(locale, 'opportunities.button.fromInteraction'),
          value: { do: 'opportunity' as const, id },
        },
      ]),
];

/** The dots at the end of an interaction's row; they have room for five. Comments stand under what is evaluated. */
export const rowActions = (
  locale: Locale,
  { entryId: id, contactNo: no, opportunityNo, canceled: c }: RowModel,
): Overflow =>
  overflow(rowAction, [
    // What does not count is neither evaluated nor commented on, and nothing comes of it.
    ...(c
      ? []
      : [
          { text: words(locale, 'interactions.row.evaluate'), value: { do: 'show' as const, id } },
          ...nextActions(locale, id, opportunityNo !== ''),
        ]),
    { text: words(locale, 'interactions.row.contact'), value: { do: 'contact', no } },
    { text: words(locale, c ? 'cancel.row.undo' : 'cancel.row'), value: { do: 'cancel', id, c } },
  ]);
