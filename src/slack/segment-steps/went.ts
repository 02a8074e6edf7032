import type { Locale } from '../../i18n/translate.ts';
import type { GoToResult } from '../../services/segments/types.ts';
import { membershipSentences } from '../segments/step-answer.ts';
import { join, type Mrkdwn, say } from '../text.ts';

/** `SM00003 is at step 2 now. Added 12 contacts (…). SM00003 now holds 64 contacts (…).` */
export function wentSentence(locale: Locale, result: GoToResult): Mrkdwn {
  const { segmentNo: no, to: step, voided } = result;
  const at = say(locale, step === 0 ? 'steps.went.start' : 'steps.went', { no, step });
  const said = join([at, ...membershipSentences(locale, result)], ' ');
  return voided ? join([said, say(locale, 'segments.did.voided', { no })]) : said;
}
