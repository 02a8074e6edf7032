import { describe, expect, test } from 'vitest';
import { formatCriteria } from '../../src/criteria/format.ts';
import { MAX_TERMS, MAX_TEXT_LENGTH } from '../../src/criteria/limits.ts';
import type { Criteria, Expression } from '../../src/criteria/model.ts';
import { parseCriteria } from '../../src/criteria/parse.ts';
import type { Problem } from '../../src/criteria/problems.ts';
import { termsOf } from '../../src/criteria/tree.ts';
import { READING } from '../support/criteria.ts';

function read(text: string): Criteria {
  const parsed = parseCriteria(text, READING);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
  return parsed.criteria;
}

/** The expression of a text with one term. */
function one(text: string): Expression | undefined {
  const terms = termsOf(read(text));
  expect(terms).toHaveLength(1);
  return terms[0]?.expression;
}

function problems(text: string): Problem[] {
  const parsed = parseCriteria(text, READING);
  return parsed.ok ? [] : parsed.problems;
}

const eq = (value: string) => ({ op: 'eq', value });
const any = (...of: object[]) => ({ op: 'any', of });
const all = (...of: object[]) => ({ op: 'all', of });
const STAR = { wild: '*' };

describe('Terms', () => {
  test('are joined by spaces', () => {
    expect(read(' country:DK\n\ttype:company ')).toEqual({
      version: 2,
      all: [
        { field: 'country', expression: eq('DK') },
        { field: 'type', expression: eq('company') },
      ],
    });
  });

  test('none means every contact', () => expect(read('  ')).toEqual({ version: 2, all: [] }));

  test('a list named twice gives two terms', () => {
    expect(termsOf(read('mailing:GIFT mailing:X-CARD')).map(({ field }) => field)).toEqual([
      'mailing',
      'mailing',
    ]);
  });

  test.each([
    ['Country:dk', 'country:DK'],
    ['land:dk', 'country:DK'],
    ['virksomhed.land:ES', 'company.country:ES'],
    ['post_code:2100', 'post-code:2100'],
    ['sælger:JO|PS', 'salesperson:JO|PS'],
    ['type:Personer', 'type:person'],
    ['excluded:TRUE', 'excluded:yes'],
    ['udeladt:nej', 'excluded:no'],
    ['correspondence:"hard copy"', 'correspondence:hard-copy'],
    ['city: London', 'city:London'],
    ['name:“Hansen og Søn”', 'name:"Hansen og Søn"'],
    ['name:=IBM name:@IBM', 'name:=IBM name:IBM'],
    ['country:=DK', 'country:DK'],
    ["city:<>''", 'city:*'],
    ['city:<>*', "city:''"],
    ['city:""', "city:''"],
    ['name:"A | B & C*"', 'name:A|B&C*'],
    ['name:(A)', 'name:A'],
    ['profile:*=Golf', 'profile:Golf'],
    ['profile:"Hobbies = Golf | Tennis"', 'profile:Hobbies=Golf|Tennis'],
    ['email:bo@contoso.com', 'email:bo@contoso.com'],
    ['phone:+45-12/34', 'phone:+45-12/34'],
  ])('%s is written back as %s', (text, canonical) => {
    expect(formatCriteria(read(text))).toBe(canonical);
  });
});

describe('Expressions', () => {
  test.each<[string, object]>([
    ['country:DK|SE|NO', any(eq('DK'), eq('SE'), eq('NO'))],
    ['post-code:10000..20000', { op: 'range', from: '10000', to: '20000' }],
    ['post-code:..20000', { op: 'range', to: '20000' }],
    ['post-code:10000..', { op: 'range', from: '10000' }],
    ["post-code:'1..2'..3", { op: 'range', from: '1..2', to: '3' }],
    ['country:<>dk', { op: 'ne', value: 'DK' }],
    ['no:>5', { op: 'gt', value: '5' }],
    ['no:>=5', { op: 'ge', value: '5' }],
    ['no:<5', { op: 'lt', value: '5' }],
    ['no:<=5', { op: 'le', value: '5' }],
    ["city:''", { op: 'blank' }],
    ['job:*', { op: 'filled' }],
    ["job:''", { op: 'blank' }],
    ["job:''|SALE", any({ op: 'blank' }, eq('SALE'))],
    ['name:*møbler*', { op: 'like', pattern: [STAR, { text: 'møbler' }, STAR] }],
    ['name:J?n*', { op: 'like', pattern: [{ text: 'J' }, { wild: '?' }, { text: 'n' }, STAR] }],
    ['name:<>*A/S', { op: 'unlike', pattern: [STAR, { text: 'A/S' }] }],
    ['name:<>=*A/S', { op: 'unlike', pattern: [STAR, { text: 'A/S' }], exact: true }],
    [
      'name:"* A/S|* AB"',
      any(
        { op: 'like', pattern: [STAR, { text: ' A/S' }] },
        { op: 'like', pattern: [STAR, { text: ' AB' }] },
      ),
    ],
    ["name:'A|B'", eq('A|B')],
    ["name:'A B'", eq('A B')],
    ["name:*'*'*", { op: 'like', pattern: [STAR, { text: '*' }, STAR] }],
    ["name:O'Brien", eq("O'Brien")],
    ['name:O’Brien', eq("O'Brien")],
    ["name:'O''Brien'", eq("O'Brien")],
    ['name:‘A|B’', eq('A|B')],
    ['name:“‘A|B’”', eq('A|B')],
    ['name:"Taylor""s Office"', eq('Taylor"s Office')],
    ['name:"Discount (%) Last Year"', eq('Discount (%) Last Year')],
    ['no:>1&<5|9', any(all({ op: 'gt', value: '1' }, { op: 'lt', value: '5' }), eq('9'))],
    ['no:>1&(<5|9)', all({ op: 'gt', value: '1' }, any({ op: 'lt', value: '5' }, eq('9')))],
    ['profile:PERSON/60000', { op: 'answer', questionnaire: 'PERSON', line: 60000 }],
    ['profile:person/*', { op: 'questionnaire', questionnaire: 'PERSON' }],
    ['profile:Golf', { op: 'words', answer: [{ text: 'Golf' }] }],
    ['profile:"Master/ Ph.d"', { op: 'words', answer: [{ text: 'Master/ Ph.d' }] }],
    [
      'profile:"Company Ownership=Stock*"',
      { op: 'words', question: [{ text: 'Company Ownership' }], answer: [{ text: 'Stock' }, STAR] },
    ],
    [
      'profile:"No. of employees=1..99"',
      { op: 'words', question: [{ text: 'No. of employees' }], answer: [{ text: '1..99' }] },
    ],
  ])('%s', (text, expression) => expect(one(text)).toEqual(expression));

  test('a question holds for the answers after it', () => {
    const question = [{ text: 'Hobbies' }];
    expect(one('profile:Hobbies=Golf|Tennis|*=Male')).toEqual(
      any(
        { op: 'words', question, answer: [{ text: 'Golf' }] },
        { op: 'words', question, answer: [{ text: 'Tennis' }] },
        { op: 'words', answer: [{ text: 'Male' }] },
      ),
    );
  });
});

describe('References', () => {
  test('name every exact code with its place', () => {
    const text = 'country:<>dk|S* name:X company.territory:"N | S" mailing:A..B';
    const parsed = parseCriteria(text, READING);
    const found = parsed.ok ? parsed.references : [];
    expect(found.map(({ from, to, ...rest }) => ({ ...rest, text: text.slice(from, to).trim() }))).toEqual([
      { field: 'country', term: 0, table: 'countries', value: 'DK', text: '<>dk' },
      { field: 'company.territory', term: 2, table: 'territories', value: 'N', text: 'N' },
      { field: 'company.territory', term: 2, table: 'territories', value: 'S', text: 'S' },
    ]);
  });
});

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

  test('long texts of signs are read quickly', () => {
    const started = performance.now();
    for (const sign of ['(', '"', "'", '|', '*', '&', ' ', 'a:', '..', "''", '<>']) {
      problems(`name:${sign.repeat(2990 / sign.length)}`);
      problems(`name:"${sign.repeat(2990 / sign.length)}"`);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
