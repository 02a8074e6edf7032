import type { Locale } from '../../i18n/translate.ts';
import { type Mrkdwn, say } from '../text.ts';

/** What activating did. */
export const activatedSentence = (
  locale: Locale,
  did: { no: string; targets: number; added: number },
): Mrkdwn => say(locale, 'campaigns.did.activated', did);

/** What deactivating did. */
export const deactivatedSentence = (locale: Locale, did: { no: string; targets: number }): Mrkdwn =>
  say(locale, 'campaigns.did.deactivated', did);
