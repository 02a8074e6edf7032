import { describe, expect, test } from 'vitest';
import { MAX_DEPTH, MAX_TERMS } from '../../src/criteria/limits.ts';
import { criteriaSchema } from '../../src/criteria/model.ts';

const tree = (field: string, expression: unknown) => ({ version: 2, all: [{ field, expression }] });
const sound = (value: unknown) => criteriaSchema.safeParse(value).success;

describe('A tree is refused', () => {
  test.each<[string, unknown]>([
    ['of another version', { version: 3, all: [] }],
    ['with more than it should have', { version: 1, all: [], or: [] }],
    ['with a field that is not listed', tree('vat', { op: 'eq', value: 'X' })],
    ['with a name that every object has', tree('constructor', { op: 'eq', value: 'X' })],
    ['with an unknown test', tree('name', { op: 'sql', value: 'true' })],
    ['with a number for a text', tree('name', { op: 'eq', value: 1 })],
    ['with a blank value', tree('name', { op: 'eq', value: '' })],
    ['with a NUL character', tree('name', { op: 'eq', value: 'a\0' })],
    ['with half a character', tree('name', { op: 'eq', value: 'a\udc00' })],
    ['with a group of one', tree('name', { op: 'any', of: [{ op: 'blank' }] })],
    ['with a range without ends', tree('name', { op: 'range' })],
    ['with a pattern without wildcards', tree('name', { op: 'like', pattern: [{ text: 'a' }] })],
    ['with a pattern of nothing else', tree('name', { op: 'like', pattern: [{ wild: '*' }] })],
    [
      'with a pattern of two texts',
      tree('name', { op: 'like', pattern: [{ text: 'a' }, { text: 'b' }, { wild: '*' }] }),
    ],
    ['with a wildcard for a choice', tree('type', { op: 'like', pattern: [{ text: 'a' }, { wild: '*' }] })],
    ['with a choice that there is not', tree('type', { op: 'eq', value: 'both' })],
    ['with a blank where there is none', tree('type', { op: 'blank' })],
    ['with an answer of another field', tree('name', { op: 'answer', questionnaire: 'P', line: 1 })],
    [
      'with two values at once',
      tree('country', {
        op: 'all',
        of: [
          { op: 'eq', value: 'DK' },
          { op: 'eq', value: 'SE' },
        ],
      }),
    ],
    [
      'with too many terms',
      { version: 1, all: Array(MAX_TERMS + 1).fill({ field: 'name', expression: { op: 'filled' } }) },
    ],
    [
      'with too many values',
      tree('name', { op: 'any', of: Array.from({ length: 1001 }, (_, i) => ({ op: 'eq', value: `${i}` })) }),
    ],
  ])('%s', (_what, value) => expect(sound(value)).toBe(false));

  test('that is too deep, however deep', () => {
    const nested = (levels: number): unknown =>
      Array.from({ length: levels }).reduce<unknown>(
        (inner) => ({ op: 'any', of: [inner, { op: 'blank' }] }),
        {
          op: 'filled',
        },
      );
    expect(sound(tree('name', nested(MAX_DEPTH - 1)))).toBe(true);
    expect(sound(tree('name', nested(MAX_DEPTH)))).toBe(false);
    expect(sound(tree('name', nested(50_000)))).toBe(false);
  });
});

test('Codes come out in upper case, and mind no case', () => {
  expect(criteriaSchema.parse(tree('country', { op: 'eq', value: 'dk', exact: true }))).toEqual(
    tree('country', { op: 'eq', value: 'DK' }),
  );
  expect(criteriaSchema.parse(tree('name', { op: 'eq', value: 'dk', exact: true }))).toEqual(
    tree('name', { op: 'eq', value: 'dk', exact: true }),
  );
  expect(criteriaSchema.parse(tree('profile', { op: 'answer', questionnaire: 'person', line: 1 }))).toEqual(
    tree('profile', { op: 'answer', questionnaire: 'PERSON', line: 1 }),
  );
});
