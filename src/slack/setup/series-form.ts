import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { numberOf, type SeriesRow } from '../../services/setup/series.ts';
import { checkboxes, context, input, modal, numberInput, section, textInput } from '../blocks/index.ts';
import { md, words } from '../text.ts';
import { type Again, formFrame } from './forms.ts';
import { backRow } from './frame.ts';
import { seriesView } from './ids.ts';

export const SERIES_FIELDS = ['prefix', 'digits', 'next', 'manualAllowed'] as const;
export type SeriesField = (typeof SERIES_FIELDS)[number];
/** The fields as text; `yes` or `no` for a tick. */
export type SeriesValues = Record<SeriesField, string>;

/** What a series holds, as its form shows it. */
export const seriesValues = ({ prefix, digits, next, manualAllowed }: SeriesRow): SeriesValues => ({
  prefix,
  digits: String(digits),
  next: String(next),
  manualAllowed: manualAllowed ? 'yes' : 'no',
});

/** The form for a number series. */
export function seriesForm(
  locale: Locale,
  row: SeriesRow,
  { revision = 1, typed = seriesValues(row), notice = [] }: Again<SeriesValues> = {},
): ModalView {
  const { series, version } = row;
  const manual = [{ value: 'yes', text: words(locale, 'setup.series.manual.allow') }];
  const id = (field: SeriesField) => `${field}:${series}:${revision}`;
  return modal({
    id: seriesView,
    metadata: { series, version, base: seriesValues(row), revision },
    title: words(locale, 'setup.series.one'),
    ...formFrame(locale),
    blocks: [
      ...notice,
      backRow(locale, { to: 'series' }),
      section(md`*${words(locale, `setup.series.${series}`)}*`),
      context(words(locale, 'setup.series.now', { no: numberOf(row) })),
      input(
        id('prefix'),
        words(locale, 'setup.series.prefix'),
        textInput('prefix', { initial: typed.prefix, maxLength: 9 }),
        {
          optional: series !== 'segment',
          hint: words(locale, 'setup.series.prefix.hint'),
        },
      ),
      input(
        id('digits'),
        words(locale, 'setup.series.digits'),
        numberInput('digits', { initial: typed.digits, max: 10 }),
      ),
      input(
        id('next'),
        words(locale, 'setup.series.nextNumber'),
        numberInput('next', { initial: typed.next, max: 999_999_999_999 }),
        { hint: words(locale, 'setup.series.next.hint') },
      ),
      input(
        id('manualAllowed'),
        words(locale, 'setup.series.manual'),
        checkboxes('manualAllowed', manual, typed.manualAllowed === 'yes' ? ['yes'] : []),
        { optional: true },
      ),
    ],
  });
}
