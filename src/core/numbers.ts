import type { Locale } from '../i18n/translate.ts';

/** A number for a reader: `1,024.5`, `1.024,5`. */
export const formatNumber = (locale: Locale, value: number): string =>
  new Intl.NumberFormat(locale === 'da' ? 'da-DK' : 'en-GB').format(value);
