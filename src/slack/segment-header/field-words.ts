import { formatDate } from '../../core/dates.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { durationAmount } from '../blocks/index.ts';
import { clip, oneLine, words } from '../text.ts';
import { type Field, type FieldValue, KINDS } from './fields.ts';

/** Who reads, and which currency amounts are in (ISO 4217). */
export interface FieldReader {
  locale: Locale;
  currency: string;
}

export const fieldLabel = (locale: Locale, field: Field): string => words(locale, `field.${field}`);

const LONGEST = 120;

/** A value in words: `24 Dec 2026`, `BUS · Business letter`, `€8.00`, `yes`; “none” for nothing. */
export function fieldText({ locale, currency }: FieldReader, field: Field, current: FieldValue): string {
  const { value, name } = current;
  const kind = KINDS[field];
  if (kind.kind === 'flag') return words(locale, value === 'yes' ? 'field.yes' : 'field.no');
  if (value === '') return words(locale, 'field.none');
  switch (kind.kind) {
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value, locale) : value;
    case 'money':
      return /^\d+(\.\d+)?$/.test(value) ? formatMoney(locale, value, currency) : value;
    case 'minutes':
      return /^\d+$/.test(value) ? durationAmount(locale, Number(value)) : value;
    case 'choice':
      return kind.choices.includes(value) ? choiceText(locale, value) : value;
    case 'code':
      return clip(name ? `${value} · ${oneLine(name)}` : value, LONGEST);
    default:
      return clip(oneLine(value), LONGEST);
  }
}

export const choiceText = (locale: Locale, choice: string): string =>
  words(locale, `field.choice.${choice}` as MessageKey);

/** A field and its value: `Cost per contact: €8.00`. */
export const fieldLine = (reader: FieldReader, field: Field, value: FieldValue): string =>
  words(reader.locale, 'field.line', {
    field: fieldLabel(reader.locale, field),
    value: fieldText(reader, field, value),
  });

/** What became of a field: `Cost per contact: €8.00 → €9.50`. */
export const fieldChange = (
  reader: FieldReader,
  field: Field,
  before: FieldValue,
  after: FieldValue,
): string =>
  words(reader.locale, 'field.change', {
    field: fieldLabel(reader.locale, field),
    before: fieldText(reader, field, before),
    after: fieldText(reader, field, after),
  });
