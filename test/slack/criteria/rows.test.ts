import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FieldKind,
  fieldDefinition,
  fieldNames,
  isMembershipField,
} from '../../../src/criteria/fields.ts';
import { type Condition, type Expression, unreadable } from '../../../src/criteria/model.ts';
import { criteriaToRows } from '../../../src/slack/criteria/criteria-to-rows.ts';
import { emptyRow, type FilterRow, operatorsOf, valueKind } from '../../../src/slack/criteria/filter-row.ts';
import { rowsToCriteria } from '../../../src/slack/criteria/rows-to-criteria.ts';
import { anyValues, arbitraryCriteria, arbitraryTerms } from '../../support/arbitrary-criteria.ts';

const typed = (value: string) => ({ value, text: value });

/** Texts as they come out of a field of one line. */
const lineOfText = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .map((text) => text.replaceAll(/[\r\n\0]/g, ' ').trim())
  .filter((text) => text !== '' && !unreadable.test(text));

/** Two ends in order, one of which may be open. */
const ends = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.option(value, { nil: '' }), fc.option(value, { nil: '' }))
    .filter(([from, to]) => from !== '' || to !== '')
    .map(([a, b]) => (a !== '' && b !== '' && a.padStart(10) > b.padStart(10) ? [b, a] : [a, b]))
    .map(([from = '', to = '']) => ({ from, to }));

function filledRow(id: number): fc.Arbitrary<FilterRow> {
  return fc.constantFrom(...fieldNames).chain((field) =>
    fc.constantFrom(...operatorsOf(field)).chain((operator) => {
      const row = { ...emptyRow(id), field, operator };
      const definition = fieldDefinition(field);
      const kinds: Partial<Record<FieldKind, fc.Arbitrary<string>>> = {
        code: lineOfText.map((text) => text.toUpperCase()),
        number: fc.nat(999).map(String),
      };
      const code = kinds[definition.kind] ?? lineOfText;
      switch (valueKind(field, operator)) {
        case 'none':
          return fc.constant(row);
        case 'days':
          return ends(fc.constantFrom('2026-10-01', '2026-11-23')).map((both) => ({ ...row, ...both }));
        case 'between':
          if (definition.kind === 'number') {
            return ends(fc.constantFrom('1', '20'))
              .filter(({ from, to }) => from !== to)
              .map((both) => ({ ...row, ...both }));
          }
          return fc
            .tuple(fc.option(code, { nil: '' }), fc.option(code, { nil: '' }))
            .filter(([from, to]) => from !== '' || to !== '')
            .map(([from, to]) => ({ ...row, from, to }));
        case 'choice':
          return fc
            .constantFrom(...(definition.values ?? []))
            .map((value) => ({ ...row, values: [typed(value)] }));
        case 'text':
          return code.map((value) => ({ ...row, values: [typed(value)] }));
        case 'lines':
          // One line is written back as `is`.
          return fc
            .uniqueArray(code, { minLength: 2, maxLength: 4 })
            .map((values) => ({ ...row, values: values.map(typed) }));
        case 'codes': {
          const answer = fc
            .tuple(code, fc.integer({ min: 1, max: 90000 }))
            .map(([questionnaire, line]) => `${questionnaire.toUpperCase()}/${line}`);
          return fc
            .uniqueArray(definition.kind === 'profile' ? answer : code, { minLength: 1, maxLength: 4 })
            .map((values) => ({ ...row, values: values.map(typed) }));
        }
      }
    }),
  );
}

const filledRows = fc
  .integer({ min: 0, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => filledRow(index + 1))));

test('Filled rows become sound criteria, and those become the same rows again.', () => {
  fc.assert(
    fc.property(filledRows, (rows) => {
      const result = rowsToCriteria(rows);
      expect(result).toHaveProperty('criteria');
      if ('criteria' in result) expect(criteriaToRows(result.criteria, 1)).toEqual(rows);
    }),
  );
});

/** Doubles in a list say nothing. */
const withoutDoubles = (expression: Expression): Expression => {
  if (!('of' in expression)) return expression;
  const of = [...new Map(expression.of.map((one) => [JSON.stringify(one), one])).values()];
  return of.length === 1 && of[0] ? of[0] : { op: expression.op, of };
};

function withoutDoublesIn(condition: Condition): Condition {
  if ('field' in condition) return { ...condition, expression: withoutDoubles(condition.expression) };
  return condition.op === 'not' ? { op: 'not', of: withoutDoublesIn(condition.of) } : condition;
}

test('Criteria that rows can show say the same when they are read back; others are refused.', () => {
  let shown = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.oneof(arbitraryCriteria(anyValues), arbitraryTerms(anyValues, 2)), (criteria) => {
      const rows = criteriaToRows(criteria, 7);
      if (!rows) {
        refused += 1;
        return;
      }
      shown += 1;
      const all = criteria.all.map((condition) => withoutDoublesIn(condition));
      expect(rowsToCriteria(rows, criteria.timeZone)).toEqual({ criteria: { ...criteria, all } });
      expect(rows.map(({ id }) => id)).toEqual(rows.map((_, index) => 7 + index));
    }),
    { numRuns: 500 },
  );
  expect(shown).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});

test('Rows without a field are passed over; no row at all is every contact.', () => {
  expect(rowsToCriteria([emptyRow(1), emptyRow(2)])).toEqual({ criteria: { version: 2, all: [] } });
  expect(rowsToCriteria([])).toEqual({ criteria: { version: 2, all: [] } });
});

test('A row with a field but nothing to look for is not passed over: it would let everybody in.', () => {
  const rows: FilterRow[] = [
    { ...emptyRow(1), field: 'country', operator: 'one-of' },
    { ...emptyRow(2), field: 'name', operator: 'is', values: [typed('   ')] },
    { ...emptyRow(3), field: 'post-code', operator: 'between' },
    { ...emptyRow(4), field: 'email', operator: 'filled' },
  ];
  expect(rowsToCriteria(rows)).toEqual({
    problems: [
      { rowId: 1, fault: 'missing' },
      { rowId: 2, fault: 'missing' },
      { rowId: 3, fault: 'missing' },
    ],
  });
});

test('What cannot be searched for is named with its row.', () => {
  const row = (id: number, value: string): FilterRow => ({
    ...emptyRow(id),
    field: 'name',
    operator: 'is',
    values: [typed(value)],
  });
  expect(rowsToCriteria([row(1, 'x'.repeat(251)), row(2, 'a\0b'), row(3, '\ud800')])).toEqual({
    problems: [
      { rowId: 1, fault: 'too-long' },
      { rowId: 2, fault: 'unreadable' },
      { rowId: 3, fault: 'unreadable' },
    ],
  });
  // Stars alone are a value here, not wildcards; a forged choice is refused.
  expect(rowsToCriteria([row(1, '*')])).toMatchObject({
    criteria: { all: [{ expression: { op: 'eq', value: '*' } }] },
  });
  expect(
    rowsToCriteria([{ ...emptyRow(9), field: 'type', operator: 'is', values: [typed('robot')] }]),
  ).toEqual({
    problems: [{ rowId: 9, fault: 'not-usable' }],
  });
  expect(
    rowsToCriteria([{ ...emptyRow(9), field: 'profile', operator: 'one-of', values: [typed('PERSON')] }]),
  ).toEqual({ problems: [{ rowId: 9, fault: 'not-usable' }] });
});

test('Every field can be asked something, and lists are never asked for "not this one".', () => {
  for (const field of fieldNames) {
    const operators = operatorsOf(field);
    expect(operators.length).toBeGreaterThan(0);
    if (fieldDefinition(field).many && !isMembershipField(field)) expect(operators).not.toContain('none-of');
    if (!fieldDefinition(field).blankable) expect(operators).not.toContain('blank');
  }
});
