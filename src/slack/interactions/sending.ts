import type { Button } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { SendingState } from '../../services/sending/status.ts';
import { button } from '../blocks/index.ts';
import { clip, data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { resendAction } from './ids.ts';

/** As much of a name as is needed to recognize the contact. */
const NAME = 50;

/** How far the attachments are, and whom they did not reach. */
export function sendingWords(locale: Locale, { unreached, ...figures }: SendingState): Mrkdwn {
  const said = say(locale, 'log.run.sending', { ...figures });
  if (unreached.length === 0) return said;
  const names = join(
    unreached.map((name) => data(clip(name, NAME))),
    ', ',
  );
  const more = Math.max(0, figures.failed - unreached.length);
  return md`${said} ${say(locale, 'log.run.unreached', { names, more })}`;
}

/** Sending once more: what failed, else all; not while something is under way. */
export function resendButton(
  locale: Locale,
  { sent, underWay, failed }: SendingState,
  value: { entry: number; card?: boolean },
): Button[] {
  const total = sent + failed;
  if (underWay > 0 || total === 0) return [];
  const text = words(locale, failed > 0 ? 'log.run.resend.failed' : 'log.run.resend', { failed });
  const confirm = {
    title: words(locale, 'log.run.resend.title'),
    text: words(locale, 'log.run.resend.text', { failed, total }),
    confirm: text,
    deny: words(locale, 'common.cancel'),
  };
  return [button(resendAction, { ...value, failed: failed > 0 }, text, { confirm })];
}
