import type { Button } from '@slack/types';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import type { ContactSegments } from '../../services/contacts/contact-segments.ts';
import type { ContactFlag } from '../../services/contacts/set-contact-flag.ts';
import { button } from '../blocks/index.ts';
import { logContactAction } from '../interaction-form/ids.ts';
import { type Mrkdwn, say, words } from '../text.ts';
import { flagAction } from './ids.ts';

type Flagged = Pick<ContactSegments, 'contact' | 'flags'>;

/** What everybody should know before they write to a contact. */
export const flagWords = (locale: Locale, { flags }: Flagged): Mrkdwn[] => [
  ...(flags.privacyBlocked ? [say(locale, 'contact.flag.privacyBlocked')] : []),
  ...(flags.minor ? [say(locale, 'contact.flag.minor')] : []),
  ...(flags.excludeFromSegment ? [say(locale, 'contact.flag.excludeFromSegment')] : []),
];

/** Logging an interaction, for everybody; what is said of the contact's privacy, for managers and admins. */
export function contactButtons(locale: Locale, { contact, flags }: Flagged, manages: boolean): Button[] {
  const { contactNo: no } = contact;
  const change = (flag: ContactFlag, value: boolean, text: MessageKey) =>
    button(flagAction, { no, flag, value }, words(locale, text));
  const log = button(logContactAction, { no }, words(locale, 'contact.button.log'));
  const needsConsent = flags.minor && !flags.parentalConsent;
  const privacy = flags.privacyBlocked
    ? needsConsent
      ? change('parentalConsent', true, 'contact.button.consent')
      : change('privacyBlocked', false, 'contact.button.unblock')
    : change('privacyBlocked', true, 'contact.button.block');
  const exclusion = flags.excludeFromSegment
    ? change('excludeFromSegment', false, 'contact.button.include')
    : change('excludeFromSegment', true, 'contact.button.exclude');
  return [...(flags.privacyBlocked ? [] : [log]), ...(manages ? [privacy, exclusion] : [])];
}
