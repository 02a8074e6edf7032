import type { Overflow } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { overflow } from '../blocks/index.ts';
import { words } from '../text.ts';
import { rowAction } from './ids.ts';

/** The dots at the end of an interaction's row; they have room for five. Comments stand under what is evaluated. */
export const rowActions = (
  locale: Locale,
  { entryId: id, contactNo: no, canceled: c }: { entryId: number; contactNo: string; canceled: boolean },
): Overflow =>
  overflow(rowAction, [
    // What does not count is neither evaluated nor commented on, and no task comes of it.
    ...(c
      ? []
      : [
          { text: words(locale, 'interactions.row.evaluate'), value: { do: 'show' as const, id } },
          { text: words(locale, 'tasks.row.create'), value: { do: 'task' as const, id } },
        ]),
    { text: words(locale, 'interactions.row.contact'), value: { do: 'contact', no } },
    { text: words(locale, c ? 'cancel.row.undo' : 'cancel.row'), value: { do: 'cancel', id, c } },
  ]);
