import { formatDate } from '../../core/dates.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { OpportunityFigures } from '../../services/opportunities/figures.ts';
import type { OpportunitySummary } from '../../services/opportunities/types.ts';
import { clip, data, type Mrkdwn, md, say, words } from '../text.ts';

/** As much of a name or description as one line has room for. */
export const SHORT = 100;

export const nameOf = ({ no, description }: Pick<OpportunitySummary, 'no' | 'description'>): string =>
  `${no} · ${clip(description, SHORT)}`;

/** `Bo Holm (Alpha A/S)` */
export function contactWords({ contact }: Pick<OpportunitySummary, 'contact'>): Mrkdwn {
  const name = data(contact.name || contact.no, SHORT);
  return contact.companyName ? md`${name} (${data(contact.companyName, SHORT)})` : name;
}

/** `€1,000.00 × 50% = €500.00`, or as much of it as is known. */
export function valueWords(
  locale: Locale,
  { estimatedValue, chances, calculatedValue }: OpportunitySummary,
  currency: string,
): string {
  if (estimatedValue === null) {
    const none = words(locale, 'opportunities.value.none');
    return chances === null ? none : `${none} · ${percent(locale, chances)}`;
  }
  const value = formatMoney(locale, estimatedValue, currency);
  if (chances === null || calculatedValue === null) return value;
  return words(locale, 'opportunities.value.calculated', {
    value,
    chances,
    calculated: formatMoney(locale, calculatedValue, currency),
  });
}

const percent = (locale: Locale, value: number): string =>
  new Intl.NumberFormat(locale === 'da' ? 'da-DK' : 'en-GB', { style: 'percent' }).format(value / 100);

/** `closes 1 Dec 2026`, for those of which that is known. */
export const closesWords = (locale: Locale, { estimatedClose }: OpportunitySummary): string[] =>
  estimatedClose === null
    ? []
    : [words(locale, 'opportunities.closes', { date: formatDate(estimatedClose, locale) })];

/** `3 active opportunities: €12,000.00 estimated, €4,000.00 calculated` */
export const figuresWords = (locale: Locale, figures: OpportunityFigures, currency: string): Mrkdwn =>
  say(locale, 'opportunities.figures', { count: figures.count, ...moneyOf(locale, figures, currency) });

/** Both values for a reader. */
export const moneyOf = (locale: Locale, figures: OpportunityFigures, currency: string) => ({
  estimated: formatMoney(locale, figures.estimated, currency),
  calculated: formatMoney(locale, figures.calculated, currency),
});
