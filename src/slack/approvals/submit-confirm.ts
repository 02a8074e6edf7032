import type { Locale } from '../../i18n/translate.ts';
import type { SegmentCard } from '../../services/segments/types.ts';
import { type ConfirmOptions, contactsAmount } from '../blocks/index.ts';
import { words } from '../text.ts';

/** Asks before a segment is submitted, and says who will be asked to approve it. */
export function submitConfirm(locale: Locale, { header }: SegmentCard): ConfirmOptions {
  const contacts = contactsAmount(locale, header.counts);
  return {
    title: words(locale, 'approvals.submit.title', { no: header.no }),
    text: header.campaign
      ? words(locale, 'approvals.submit.text.campaign', { contacts, campaign: header.campaign.no })
      : words(locale, 'approvals.submit.text', { contacts }),
    confirm: words(locale, 'approvals.submit.confirm'),
    deny: words(locale, 'approvals.submit.deny'),
  };
}
