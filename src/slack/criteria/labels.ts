import {
  companyField,
  type FieldName,
  fieldNames,
  isAlwaysThere,
  isFamilyField,
  isListField,
  isMembershipField,
} from '../../criteria/fields.ts';
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

const CHOICES = [
  'company',
  'person',
  'hard-copy',
  'email',
  'yes',
  'no',
  'very-positive',
  'positive',
  'neutral',
  'negative',
  'very-negative',
  'not-started',
  'in-progress',
  'won',
  'lost',
] as const;

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
export function operatorLabel(locale: Locale, name: FieldName, operator: RowOperator): string {
  const isList = isListField(name);
  if (isList && operator === 'one-of') return words(locale, 'criteria-modal.list.one-of');
  if (operator === 'blank' || operator === 'filled') {
    const counted = isList || isMembershipField(name) || isAlwaysThere(name);
    return words(locale, `criteria-modal.${counted ? 'list' : 'operator'}.${operator}`);
  }
  return words(locale, `criteria-modal.operator.${operator}`);
}

/** All fields, under headings. */
export function fieldGroups(locale: Locale) {
  const group = (
    key: 'contact' | 'company' | 'related' | 'history',
    wanted: (name: FieldName) => boolean,
  ) => ({
    label: words(locale, `criteria-modal.group.${key}`),
    choices: fieldNames
      .filter(wanted)
      .map((name) => ({ value: name as string, text: fieldChoice(locale, name) })),
  });
  const ofCompany = (name: FieldName) =>
    name === 'company' || name === 'company-no' || companyField(name) !== undefined;
  const ofHistory = (name: FieldName) => isMembershipField(name) || isFamilyField(name);
  return [
    group('contact', (name) => !ofCompany(name) && !isListField(name) && !ofHistory(name)),
    group('related', isListField),
    group('history', ofHistory),
    group('company', ofCompany),
  ];
}
