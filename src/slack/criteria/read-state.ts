import type { ViewOutput, ViewStateValue } from '@slack/bolt';
import { type FieldName, fieldNames } from '../../criteria/fields.ts';
import { MAX_TEXT_LENGTH } from '../../criteria/limits.ts';
import { type CriteriaDraft, optionsOf } from './draft.ts';
import {
  type FilterRow,
  type RowOperator,
  type RowValue,
  rowOperators,
  valueKind,
  withField,
  withOperator,
} from './filter-row.ts';
import * as ids from './ids.ts';

type Values = ViewOutput['state']['values'];

/** Ids of a row's blocks. They change with what the row asks for, so that no old value sticks to a new input. */
export const headBlock = (row: FilterRow): string => `row:${row.id}:${row.field ?? ''}`;
export const valueBlock = (row: FilterRow, part: 'value' | 'to' = 'value'): string =>
  `${part}:${row.id}:${row.field ?? ''}:${row.field ? valueKind(row.field, row.operator) : ''}`;
/** The field whose value a block asks for. */
export function fieldOfBlock(blockId: string): FieldName | undefined {
  const [, , name = ''] = blockId.split(':');
  return isField(name) ? name : undefined;
}
export const OPTIONS_BLOCK = 'options';
export const TEXT_BLOCK = 'text';

/** The draft with what stands in the view by now. The view was made from this very draft. */
export function readState(draft: CriteriaDraft, values: Values): CriteriaDraft {
  const ticked = values[OPTIONS_BLOCK]?.[ids.optionsAction.id]?.selected_options;
  const text = values[TEXT_BLOCK]?.[ids.textAction.id];
  return {
    ...draft,
    rows: draft.mode === 'rows' ? draft.rows.map((row) => readRow(row, values)) : draft.rows,
    text: text === undefined ? draft.text : (text.value ?? '').slice(0, MAX_TEXT_LENGTH),
    options: ticked
      ? optionsOf(draft.verb).filter((name) => ticked.some(({ value }) => value === name))
      : draft.options,
  };
}

function readRow(shown: FilterRow, values: Values): FilterRow {
  const head = values[headBlock(shown)];
  const row = readValue(shown, values);
  const field = head?.[ids.fieldAction.id]?.selected_option?.value;
  if (field !== undefined && field !== shown.field && isField(field)) return withField(row, field);
  const operator = head?.[ids.operatorAction.id]?.selected_option?.value;
  return operator !== undefined && isOperator(operator) ? withOperator(row, operator) : row;
}

const isField = (word: string): word is FieldName => (fieldNames as readonly string[]).includes(word);
const isOperator = (word: string): word is RowOperator => (rowOperators as readonly string[]).includes(word);

function readValue(row: FilterRow, values: Values): FilterRow {
  const block = values[valueBlock(row)];
  if (!row.field || !block) return row;
  switch (valueKind(row.field, row.operator)) {
    case 'codes':
      return { ...row, values: (block[ids.codesAction.id]?.selected_options ?? []).map(chosen) };
    case 'choice': {
      const option = block[ids.choiceAction.id]?.selected_option;
      return { ...row, values: option ? [chosen(option)] : [] };
    }
    case 'text':
      return { ...row, values: typed(block[ids.typedAction.id]) };
    case 'lines':
      return { ...row, values: typed(block[ids.typedAction.id]).flatMap(({ value }) => linesOf(value)) };
    case 'between':
      return {
        ...row,
        from: block[ids.fromAction.id]?.value ?? '',
        to: values[valueBlock(row, 'to')]?.[ids.toAction.id]?.value ?? '',
      };
    case 'days':
      return {
        ...row,
        from: block[ids.fromDayAction.id]?.selected_date ?? '',
        to: values[valueBlock(row, 'to')]?.[ids.toDayAction.id]?.selected_date ?? '',
      };
    case 'none':
      return row;
  }
}

const chosen = (option: { value: string; text: { text: string } }): RowValue => ({
  value: option.value,
  text: option.text.text,
});

const plain = (value: string): RowValue => ({ value, text: value });

const typed = (state: ViewStateValue | undefined): RowValue[] => (state?.value ? [plain(state.value)] : []);

const linesOf = (text: string): RowValue[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(plain);
