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

/** The dots at the end of an interaction's row. */
export const rowActions = (
  locale: Locale,
  { entryId: id, contactNo: no, opportunityNo, canceled: c }: RowModel,
): Overflow =>
  overflow(rowAction, [
    // What does not count is neither evaluated nor commented on.
    ...(c
      ? []
      : [
          { text: words(locale, 'interactions.row.evaluate'), value: { do: 'show' as const, id } },
          { text: words(locale, 'interactions.row.comments'), value: { do: 'comments' as const, id } },
        ]),
    // One interaction makes one opportunity.
    ...(c || opportunityNo !== ''
      ? []
      : [
          {
            text: words(locale, 'opportunities.button.fromInteraction'),
            value: { do: 'opportunity' as const, id },
          },
        ]),
    { text: words(locale, 'interactions.row.contact'), value: { do: 'contact', no } },
    { text: words(locale, c ? 'cancel.row.undo' : 'cancel.row'), value: { do: 'cancel', id, c } },
  ]);
