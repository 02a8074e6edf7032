import { describe, expect, test } from 'vitest';
import { MAX_TERMS, MAX_TEXT_LENGTH } from '../../src/criteria/limits.ts';
import { parseCriteria } from '../../src/criteria/parse.ts';
import type { Problem } from '../../src/criteria/problems.ts';
import { READING } from '../support/criteria.ts';

function problems(text: string): Problem[] {
  const parsed = parseCriteria(text, READING);
  return parsed.ok ? [] : parsed.problems;
}

describe('Problems', () => {
  /** Code, the text it points at, and the suggestion. */
  test.each<[string, string, string, string?]>([
    ['contry:DK', 'unknown_field', 'contry', 'country'],
    ['__proto__:DK', 'unknown_field', '__proto__'],
    ['toString:DK', 'unknown_field', 'toString'],
    ['Denmark', 'field_expected', 'Denmark'],
    ['country=DK', 'field_expected', 'country=DK', 'country:DK'],
    ['city:New York', 'quotes_needed', 'York'],
    ['country:', 'value_missing', 'country:'],
    ['country: type:company', 'value_missing', 'country:'],
    ['country:DK|', 'value_missing', ''],
    ['country:<>', 'value_missing', '<>'],
    ['post-code:..', 'value_missing', '..'],
    ["name:'abc", 'quote_not_closed', "'abc"],
    ['name:"abc', 'quote_not_closed', '"abc'],
    ['name:A|"B C"', 'double_quote_inside', '"B C"'],
    ['job:<>""', 'double_quote_inside', '""'],
    ['name:(A|B', 'bracket_not_closed', '('],
    ['name:"\'A\' B"', 'operator_expected', 'B'],
    ['name:A*..B', 'wildcard_not_here', 'A*'],
    ['name:>A*', 'wildcard_not_here', 'A*'],
    ['type:comp*', 'wildcard_not_here', 'comp*'],
    ['name:=A..B', 'operator_not_here', '='],
    ['type:>person', 'operator_not_here', '>'],
    ['profile:<>Golf', 'operator_not_here', '<>'],
    ['type:compnay', 'unknown_value', 'compnay', 'company'],
    ["type:''", 'unknown_value', "''"],
    ['name:"Marks & Spencer"', 'never_true', 'Marks & Spencer', "name:'Marks & Spencer'"],
    ['country:DK&SE', 'never_true', 'DK&SE', 'country:DK|SE'],
    ['mailing:A&B', 'never_true', 'A&B', 'mailing:A mailing:B'],
    ['name:a\0b', 'unreadable_character', '\0'],
    ['name:a\ud800', 'unreadable_character', '\ud800'],
    [`name:${'x'.repeat(251)}`, 'value_too_long', 'x'.repeat(251)],
    [`name:${'('.repeat(50)}`, 'too_deep', '('],
  ])('%s', (text, code, at, suggestion) => {
    const [first, ...more] = problems(text);
    expect(more).toEqual([]);
    expect({
      code: first?.code,
      at: text.slice(first?.from, first?.to),
      suggestion: first?.suggestion,
    }).toEqual({
      code,
      at,
      suggestion,
    });
  });

  test('several are told at once, each where it is', () => {
    expect(problems('contry:DK type:x city:New York job:SALE').map(({ code, from }) => [code, from])).toEqual(
      [
        ['unknown_field', 0],
        ['unknown_value', 15],
        ['quotes_needed', 26],
      ],
    );
  });

  test('a choice says what it can be', () => {
    expect(problems('correspondence:fax')[0]?.expected).toEqual(['hard-copy', 'email', "''"]);
  });

  test('texts are read up to a length', () => {
    const fits = `name:${'x'.repeat(200)} `.repeat(20).slice(0, MAX_TEXT_LENGTH);
    expect(problems(fits)).toEqual([]);
    expect(problems('x'.repeat(10_000))).toEqual([
      {
        code: 'too_long',
        from: MAX_TEXT_LENGTH,
        to: 10_000,
        params: { length: 10_000, max: MAX_TEXT_LENGTH },
      },
    ]);
  });

  test('terms are read up to a number', () => {
    expect(problems('no:1 '.repeat(MAX_TERMS))).toEqual([]);
    expect(problems('no:1 '.repeat(MAX_TERMS + 1))).toMatchObject([{ code: 'too_many_terms', from: 500 }]);
  });

  test('values are read up to a number', () => {
    expect(problems(`no:${'1|'.repeat(999)}1`)).toEqual([]);
    expect(problems(`no:${'1|'.repeat(1000)}1`)).toMatchObject([{ code: 'too_many_values', from: 0 }]);
  });

  test('long texts of signs are read to their end', () => {
    for (const sign of ['(', '"', "'", '|', '*', '&', ' ', 'a:', '..', "''", '<>']) {
      const long = sign.repeat(2990 / sign.length);
      for (const text of [`name:${long}`, `name:"${long}"`]) expect(() => problems(text)).not.toThrow();
    }
  });
});
