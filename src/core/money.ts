import type { Locale } from '../i18n/translate.ts';

/**
 * A unit price times a number of contacts, exactly: money is a decimal string with two places, as the store has it.
 */
export function timesMoney(unit: string, count: number): string {
  const [whole = '0', cents = ''] = unit.split('.');
  const total = BigInt(whole + cents.padEnd(2, '0').slice(0, 2)) * BigInt(count);
  const digits = total.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Money for a reader: `€1,024.00`, `1.024,00 kr.`. @param currency ISO 4217 */
export function formatMoney(locale: Locale, amount: string, currency: string): string {
  const format = new Intl.NumberFormat(locale === 'da' ? 'da-DK' : 'en-GB', { style: 'currency', currency });
  return format.format(amount as `${number}`);
}
