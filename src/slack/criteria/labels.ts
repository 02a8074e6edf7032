import { companyField, type FieldName, fieldNames, isListField } from '../../criteria/fields.ts';
import type { Locale } from '../../i18n/translate.ts';
import { LIMITS } from '../limits.ts';
import { clip, oneLine, words } from '../text.ts';
import type { RowOperator } from './filter-row.ts';

/** A field's name as the select shows it, below the heading that says whose field it is. */
export const fieldChoice = (locale: Locale, name: FieldName): string =>
  words(locale, `criteria.field.${companyField(name) ?? (name as Exclude<FieldName, `company.${string}`>)}`);

/** A value of a field with few values, in words. */
export const choiceLabel = (locale: Locale, value: string): string => {
  const known = CHOICES.find((choice) => choice === value);
  return known ? words(locale, `criteria.choice.${known}`) : value;
};

const CHOICES = ['company', 'person', 'hard-copy', 'email', 'yes', 'no'] as const;

/** A field's name where no heading stands above it. */
export const fieldLabel = (locale: Locale, name: FieldName): string => {
  const choice = fieldChoice(locale, name);
  return companyField(name) ? `${words(locale, 'criteria-modal.group.company')}: ${choice}` : choice;
};

/** A code with its name, cut where both do not fit: `Denmark (DK)`. Profile answers are known by their words alone. */
export function codeText(list: string, code: string, name: string): string {
  if (list === 'profiles') return oneLine(name) || code;
  if (!name || name === code) return code;
  return `${clip(oneLine(name), LIMITS.option.text - code.length - 3)} (${code})`;
}

/** What a row asks, as it is said of one value or of a list. */
export const operatorLabel = (locale: Locale, name: FieldName, operator: RowOperator): string =>
  isListField(name) && (operator === 'one-of' || operator === 'blank' || operator === 'filled')
    ? words(locale, `criteria-modal.list.${operator}`)
    : words(locale, `criteria-modal.operator.${operator}`);

/** All fields, under headings. */
export function fieldGroups(locale: Locale) {
  const group = (key: 'contact' | 'company' | 'related', wanted: (name: FieldName) => boolean) => ({
    label: words(locale, `criteria-modal.group.${key}`),
    choices: fieldNames
      .filter(wanted)
      .map((name) => ({ value: name as string, text: fieldChoice(locale, name) })),
  });
  const ofCompany = (name: FieldName) =>
    name === 'company' || name === 'company-no' || companyField(name) !== undefined;
  return [
    group('contact', (name) => !ofCompany(name) && !isListField(name)),
    group('related', isListField),
    group('company', ofCompany),
  ];
}
