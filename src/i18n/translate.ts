import { IntlMessageFormat } from 'intl-messageformat';
import { da } from './da/index.ts';
import { en } from './en/index.ts';

/** Languages the app speaks. */
export type Locale = 'en' | 'da';
/** Every text has a key; the English catalogue says which there are. */
export type MessageKey = keyof typeof en;
export type MessageParams = Record<string, string | number | boolean | Date>;

const catalogues: Record<Locale, Record<MessageKey, string>> = { en, da };
const formats = new Map<string, IntlMessageFormat>();

/**
 * The words for a key (ICU message syntax; plurals and numbers follow the locale).
 * Parameters are put in as they are: escaping for Slack is done in `slack/text.ts`.
 */
export function translate(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  const id = `${locale} ${key}`;
  let format = formats.get(id);
  if (!format) {
    format = new IntlMessageFormat(catalogues[locale][key], locale === 'en' ? 'en-GB' : 'da-DK', undefined, {
      ignoreTag: true,
    });
    formats.set(id, format);
  }
  return String(format.format(params));
}

/** The app's language nearest to one of Slack's locales (`da-DK` → Danish; all others English). */
export const nearestLocale = (slackLocale: string): Locale => (/^da\b/i.test(slackLocale) ? 'da' : 'en');
