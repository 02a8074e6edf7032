import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { clip, data, type Mrkdwn, md, words } from '../text.ts';

/** As much of a description or name as one line has room for; nobody needs more to recognize it. */
export const SHORT = 100;

/** A short fact under its heading. */
export const fact = (locale: Locale, heading: MessageKey, value: Mrkdwn | string): Mrkdwn =>
  md`*${words(locale, heading)}*\n${value}`;

/** `Business letter (BUS)`, or that there is none. */
export const namedCode = (
  locale: Locale,
  code: string | undefined,
  description: string | undefined,
): Mrkdwn =>
  code === undefined
    ? md`${words(locale, 'log.none')}`
    : md`${data(description || code, SHORT)} (${clip(code, 20)})`;
