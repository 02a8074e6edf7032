import { describe, expect, test } from 'vitest';
import { MAX_DEPTH, MAX_TERMS } from '../../src/criteria/limits.ts';
import { criteriaSchema } from '../../src/criteria/model.ts';

const tree = (field: string, expression: unknown) => ({ version: 2, all: [{ field, expression }] });
const filled = { field: 'name', expression: { op: 'filled' } };
const negations = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((of) => ({ op: 'not', of }), filled);
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
    ['with a group of none', { version: 2, all: [{ op: 'any', of: [] }] }],
    ['with groups that are too deep', { version: 2, all: [negations(MAX_DEPTH + 1)] }],
    ['with groups that are far too deep', { version: 2, all: [negations(5000)] }],
    [
      'with too many terms in groups',
      { version: 2, all: [{ op: 'any', of: Array(MAX_TERMS + 1).fill(filled) }] },
    ],
    ['with a day that is none', tree('created', { op: 'eq', value: '2026-02-30' })],
    ['with a day in 1700', tree('interaction.date', { op: 'lt', value: '1700-01-01' })],
    ['with days in the wrong order', tree('created', { op: 'range', from: '2026-02-02', to: '2026-02-01' })],
    ['with a number that is none', tree('interaction.count', { op: 'eq', value: '-1' })],
    ['with words for what is no day', tree('name', { op: 'eq', value: 'X', words: 'today' })],
    ['with a zone that is none', { version: 2, all: [], timeZone: 'Mars/Olympus' }],
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

test('The first version is read as what it meant', () => {
  const all = [{ field: 'country', expression: { op: 'eq', value: 'DK' } }];
  expect(criteriaSchema.parse({ version: 1, all })).toEqual({ version: 2, all });
});

describe('A tree comes out in its one form', () => {
  const name = { field: 'name', expression: { op: 'filled' } };
  const campaign = { field: 'interaction.campaign', expression: { op: 'eq', value: 'CP1' } };
  const created = (expression: unknown) => ({ field: 'created', expression });
  const day = '2026-10-01';
  const group = (op: string, ...of: unknown[]) => ({ op, of });
  test.each<[string, unknown[], unknown[]]>([
    ['without groups of one', [group('any', group('all', name)), name], [name, name]],
    ['without a group around everything', [group('all', name, name)], [name, name]],
    ['without double negations', [{ op: 'not', of: { op: 'not', of: name } }], [name]],
    [
      'with interactions kept apart',
      [group('all', campaign), group('all', campaign)],
      [group('all', campaign), group('all', campaign)],
    ],
    ['unless there is but one', [group('all', campaign)], [campaign]],
    ['or any will do', [group('any', group('all', campaign), name)], [group('any', campaign, name)]],
    ['with ends of ranges', [created({ op: 'ge', value: day })], [created({ op: 'range', from: day })]],
    [
      'and no range of one',
      [created({ op: 'range', from: day, to: day })],
      [created({ op: 'eq', value: day })],
    ],
  ])('%s', (_what, given, wanted) => {
    expect(criteriaSchema.parse({ version: 2, all: given })).toEqual({ version: 2, all: wanted });
  });

  test('with a zone only where days depend on it', () => {
    const timeZone = 'Europe/Copenhagen';
    const zoned = { version: 2, all: [created({ op: 'eq', value: day })], timeZone };
    expect(criteriaSchema.parse(zoned)).toEqual(zoned);
    expect(criteriaSchema.parse({ version: 2, all: [name], timeZone })).toEqual({ version: 2, all: [name] });
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
