import { formatDate } from '../../core/dates.ts';
import { formatNumber } from '../../core/numbers.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { CampaignStatistics, CampaignWeek } from '../../services/campaigns/statistics.ts';
import { codeBlock, type Mrkdwn, words } from '../text.ts';

/** Columns of the longest bar: with its label and number a line fits on a phone. */
const WIDTH = 18;
/** A bar that is there but shorter than half a column. */
const SLIVER = '▏';

/** A bar of text, proportional to the largest value: empty for none, never empty for some. */
export function bar(value: number, largest: number): string {
  if (value <= 0 || largest <= 0) return '';
  const halves = Math.round((value / largest) * WIDTH * 2);
  if (halves === 0) return SLIVER;
  return '█'.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? '▌' : '');
}

interface Row {
  label: string;
  value: number;
  /** After the number. */
  note?: string;
}

/** Rows of label, bar and number, in columns. */
function bars(locale: Locale, rows: readonly Row[]): string {
  const largest = Math.max(...rows.map((row) => row.value));
  const numbers = rows.map((row) => formatNumber(locale, row.value));
  const labelWidth = Math.max(...rows.map((row) => row.label.length));
  const numberWidth = Math.max(...numbers.map((number) => number.length));
  return rows
    .map(({ label, value, note }, index) => {
      const number = (numbers[index] ?? '').padStart(numberWidth);
      return `${label.padEnd(labelWidth)}  ${bar(value, largest).padEnd(WIDTH)} ${number}${note ? ` ${note}` : ''}`;
    })
    .join('\n');
}

/**
 * The campaign at a glance, as lines of fixed width: how many were contacted and responded, and how much was logged
 * week by week. Text, so that an edited message shows the newest figures without a new file, and screen readers read
 * the numbers beside the bars.
 */
export function campaignChart(
  locale: Locale,
  { contacted, responded, responseRate }: CampaignStatistics,
  weeks: readonly CampaignWeek[],
): Mrkdwn {
  const funnel = bars(locale, [
    { label: words(locale, 'campaigns.chart.contacted'), value: contacted },
    {
      label: words(locale, 'campaigns.chart.responded'),
      value: responded,
      note: words(locale, 'campaigns.percent', { value: responseRate }),
    },
  ]);
  const byWeek = bars(
    locale,
    weeks.map(({ monday, interactions }) => ({ label: dayAndMonth(locale, monday), value: interactions })),
  );
  return codeBlock(`${funnel}\n\n${words(locale, 'campaigns.chart.weeks')}\n${byWeek}`);
}

/** ` 5 Oct`, ` 5. okt.` */
const dayAndMonth = (locale: Locale, date: string): string =>
  formatDate(date, locale)
    .replace(/\s*\d{4}$/, '')
    .padStart(locale === 'da' ? 8 : 6);
