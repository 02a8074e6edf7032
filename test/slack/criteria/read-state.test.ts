import type { ViewOutput } from '@slack/bolt';
import { expect, test } from 'vitest';
import { addRow, type CriteriaDraft, newDraft, removeRow } from '../../../src/slack/criteria/draft.ts';
import { emptyRow, type FilterRow } from '../../../src/slack/criteria/filter-row.ts';
import { fieldOfBlock, headBlock, readState, valueBlock } from '../../../src/slack/criteria/read-state.ts';

type Values = ViewOutput['state']['values'];

const draftWith = (rows: FilterRow[], over: Partial<CriteriaDraft> = {}): CriteriaDraft => ({
  ...newDraft({ segmentNo: 'SM00001', verb: 'add', version: 1 }),
  rows,
  ...over,
});
const option = (value: string, text = value) => ({
  value,
  text: { type: 'plain_text' as const, text },
});
const head = (row: FilterRow, field: string, operator?: string): Values => ({
  [headBlock(row)]: {
    'criteria.field': { type: 'static_select', selected_option: option(field) },
    ...(operator
      ? { 'criteria.operator': { type: 'static_select', selected_option: option(operator) } }
      : {}),
  },
});

test('Choosing another field starts the row anew; choosing another operator keeps what still fits.', () => {
  const row: FilterRow = {
    ...emptyRow(1),
    field: 'name',
    operator: 'is',
    values: [{ value: 'Ann', text: 'Ann' }],
  };
  const typed = { [valueBlock(row)]: { 'criteria.typed': { type: 'plain_text_input', value: 'Anna' } } };
  const kept = readState(draftWith([row]), { ...head(row, 'name', 'contains'), ...typed }).rows[0];
  expect(kept).toMatchObject({ field: 'name', operator: 'contains', values: [{ value: 'Anna' }] });
  const anew = readState(draftWith([row]), { ...head(row, 'country', 'is'), ...typed }).rows[0];
  expect(anew).toEqual({ ...emptyRow(1), field: 'country', operator: 'one-of' });
});

test('Codes come with what they are called; removing all of them leaves none.', () => {
  const row: FilterRow = { ...emptyRow(4), field: 'country', operator: 'one-of' };
  const state = (options: ReturnType<typeof option>[]): Values => ({
    ...head(row, 'country', 'one-of'),
    [valueBlock(row)]: { 'criteria.codes': { type: 'multi_external_select', selected_options: options } },
  });
  const chosen = readState(draftWith([row]), state([option('DK', 'Denmark (DK)')]));
  expect(chosen.rows[0]?.values).toEqual([{ value: 'DK', text: 'Denmark (DK)' }]);
  expect(readState(chosen, state([])).rows[0]?.values).toEqual([]);
});

test('Lines are trimmed and empty ones dropped; both ends of a range are read.', () => {
  const lines: FilterRow = { ...emptyRow(1), field: 'city', operator: 'one-of' };
  const range: FilterRow = { ...emptyRow(2), field: 'post-code', operator: 'between' };
  const { rows } = readState(draftWith([lines, range]), {
    ...head(lines, 'city', 'one-of'),
    ...head(range, 'post-code', 'between'),
    [valueBlock(lines)]: {
      'criteria.typed': { type: 'plain_text_input', value: ' Aarhus \n\n  Odense\r\n' },
    },
    [valueBlock(range)]: { 'criteria.from': { type: 'plain_text_input', value: '5000' } },
    [valueBlock(range, 'to')]: { 'criteria.to': { type: 'plain_text_input', value: '5999' } },
  });
  expect(rows[0]?.values.map(({ value }) => value)).toEqual(['Aarhus', 'Odense']);
  expect(rows[1]).toMatchObject({ from: '5000', to: '5999' });
});

test('Blocks that the view does not show yet leave the draft as it is.', () => {
  const row: FilterRow = {
    ...emptyRow(1),
    field: 'city',
    operator: 'is',
    values: [{ value: 'X', text: 'X' }],
  };
  const draft = draftWith([row], { options: ['allowExisting'] });
  // A press on the earlier state of the view, in which the row had no field yet.
  expect(readState(draft, head(emptyRow(1), 'city'))).toEqual(draft);
});

test('Forged fields, operators and options are passed over.', () => {
  const row = emptyRow(1);
  const { rows, options } = readState(draftWith([row]), {
    ...head(row, 'password', 'drop'),
    options: {
      'criteria.options': {
        type: 'checkboxes',
        selected_options: [option('ignoreExclusion'), option('entireCompanies'), option('x')],
      },
    },
  });
  expect(rows).toEqual([row]);
  expect(options).toEqual(['ignoreExclusion']);
});

test('Rows come and go; ids are never used twice.', () => {
  const two = addRow(draftWith([emptyRow(1)], { nextRow: 2 }));
  const one = addRow(removeRow(two, 2));
  expect(one.rows.map(({ id }) => id)).toEqual([1, 3]);
  expect(removeRow(removeRow(one, 1), 3).rows).toEqual([]);
});

test('A search knows its field from the block it stands in.', () => {
  expect(fieldOfBlock(valueBlock({ ...emptyRow(1), field: 'company.country', operator: 'one-of' }))).toBe(
    'company.country',
  );
  expect(fieldOfBlock('value:1:nonsense:codes')).toBeUndefined();
});
