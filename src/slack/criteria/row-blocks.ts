import type { InputBlock, KnownBlock } from '@slack/types';
import { type FieldName, fieldDefinition } from '../../criteria/fields.ts';
import { MAX_VALUE_LENGTH } from '../../criteria/limits.ts';
import type { Locale } from '../../i18n/translate.ts';
import { actions, button, type Choice, datePicker, input, staticSelect } from '../blocks/index.ts';
import { oneLine, words } from '../text.ts';
import { groupedSelect, multiExternalSelect, watchedInput } from './elements.ts';
import { type FilterRow, MAX_LINES_LENGTH, operatorsOf, type RowValue, valueKind } from './filter-row.ts';
import * as ids from './ids.ts';
import { choiceLabel, fieldGroups, fieldLabel, operatorLabel } from './labels.ts';
import { headBlock, valueBlock } from './read-state.ts';

export interface RowContext {
  locale: Locale;
  /** 1-based, for screen readers. */
  number: number;
  /** How many codes may still be chosen in this row. */
  maxCodes: number;
}

/** A filter row: field, operator and Remove in one line, what is looked for below. */
export function rowBlocks(row: FilterRow, at: RowContext): KnownBlock[] {
  const { locale } = at;
  const field = groupedSelect(ids.fieldAction, fieldGroups(locale), {
    placeholder: words(locale, 'criteria-modal.field.choose'),
    initial: row.field ?? undefined,
  });
  const remove = button(ids.removeRowAction, { row: row.id }, words(locale, 'criteria-modal.remove'), {
    label: row.field
      ? words(locale, 'criteria-modal.remove.label', {
          number: at.number,
          field: fieldLabel(locale, row.field),
        })
      : words(locale, 'criteria-modal.remove.empty', { number: at.number }),
  });
  if (!row.field) return [actions([field, remove], headBlock(row))];
  const name = row.field;
  const operator = staticSelect(
    ids.operatorAction.id,
    operatorsOf(name).map((one) => ({ value: one, text: operatorLabel(locale, name, one) })),
    { initial: row.operator },
  );
  return [actions([field, operator, remove], headBlock(row)), ...valueBlocks({ ...row, field: name }, at)];
}

function valueBlocks(row: FilterRow & { field: FieldName }, { locale, maxCodes }: RowContext): InputBlock[] {
  const label = `${fieldLabel(locale, row.field)} ${operatorLabel(locale, row.field, row.operator)}`;
  const dispatch = { dispatch: true };
  const typed = row.values[0]?.value ?? '';
  switch (valueKind(row.field, row.operator)) {
    case 'none':
      return [];
    case 'text': {
      const element = watchedInput(ids.typedAction, { initial: typed, maxLength: MAX_VALUE_LENGTH });
      return [input(valueBlock(row), label, element, dispatch)];
    }
    case 'lines': {
      const initial = row.values.map(({ value }) => value).join('\n');
      const element = watchedInput(ids.typedAction, {
        initial,
        multiline: true,
        maxLength: MAX_LINES_LENGTH,
      });
      return [
        input(valueBlock(row), label, element, {
          ...dispatch,
          hint: words(locale, 'criteria-modal.value.lines'),
        }),
      ];
    }
    case 'codes': {
      const element = multiExternalSelect(ids.codesAction, {
        placeholder: words(locale, 'criteria-modal.value.search'),
        initial: row.values.map(codeOption),
        max: maxCodes,
      });
      return [input(valueBlock(row), label, element, dispatch)];
    }
    case 'choice': {
      const element = staticSelect(ids.choiceAction.id, choices(locale, row.field), {
        placeholder: words(locale, 'criteria-modal.value.choose'),
        initial: typed,
      });
      return [input(valueBlock(row), label, element, dispatch)];
    }
    case 'days':
    case 'between': {
      const field = fieldLabel(locale, row.field);
      const days = valueKind(row.field, row.operator) === 'days';
      const end = (part: 'from' | 'to') =>
        input(
          valueBlock(row, part === 'from' ? 'value' : 'to'),
          words(locale, `criteria-modal.value.${part}`, { field }),
          days ? dayPicker(row, part) : typedEnd(row, part),
          { dispatch: true, optional: true },
        );
      return [end('from'), end('to')];
    }
  }
}

const typedEnd = (row: FilterRow, part: 'from' | 'to') =>
  watchedInput(part === 'from' ? ids.fromAction : ids.toAction, {
    initial: row[part],
    maxLength: MAX_VALUE_LENGTH,
  });

const dayPicker = (row: FilterRow, part: 'from' | 'to') =>
  datePicker((part === 'from' ? ids.fromDayAction : ids.toDayAction).id, row[part] || undefined);

const choices = (locale: Locale, field: FieldName): Choice[] =>
  (fieldDefinition(field).values ?? []).map((value) => ({ value, text: choiceLabel(locale, value) }));

/** A code as it is offered, and shown when it is chosen. */
export const codeOption = ({ value, text }: RowValue): Choice => ({ value, text: oneLine(text) || value });
