import type { Button } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { ContactSegments } from '../../services/contacts/contact-segments.ts';
import { button } from '../blocks/index.ts';
import { words } from '../text.ts';
import { listAction, newAction } from './ids.ts';

/** On a contact's card: its active opportunities where there are any, and a new one unless its privacy is blocked. */
export const contactSales = (
  locale: Locale,
  {
    contact: { contactNo: no },
    flags,
    opportunities: { count },
  }: Pick<ContactSegments, 'contact' | 'flags' | 'opportunities'>,
): Button[] => [
  ...(count > 0
    ? [
        button(
          listAction,
          { scope: { kind: 'contact', key: no } },
          words(locale, 'opportunities.button.list', { count }),
        ),
      ]
    : []),
  ...(flags.privacyBlocked
    ? []
    : [button(newAction, { contact: no }, words(locale, 'opportunities.button.new'))]),
];
