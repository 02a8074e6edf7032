import { describe, expect, test } from 'vitest';
import { formatCriteria } from '../../src/criteria/format.ts';
import type { Expression } from '../../src/criteria/model.ts';
import { parseCriteria } from '../../src/criteria/parse.ts';
import { termsOf } from '../../src/criteria/tree.ts';
import { criteria, READING } from '../support/criteria.ts';

/** The expression of a text with one term. */
function one(text: string): Expression | undefined {
  const terms = termsOf(criteria(text));
  expect(terms).toHaveLength(1);
  return terms[0]?.expression;
}

const eq = (value: string) => ({ op: 'eq', value });
const any = (...of: object[]) => ({ op: 'any', of });
const all = (...of: object[]) => ({ op: 'all', of });
const STAR = { wild: '*' };

describe('Terms', () => {
  test('are joined by spaces', () => {
    expect(criteria(' country:DK\n\ttype:company ')).toEqual({
      version: 2,
      all: [
        { field: 'country', expression: eq('DK') },
        { field: 'type', expression: eq('company') },
      ],
    });
  });

  test('none means every contact', () => expect(criteria('  ')).toEqual({ version: 2, all: [] }));

  test('a list named twice gives two terms', () => {
    expect(termsOf(criteria('mailing:GIFT mailing:X-CARD')).map(({ field }) => field)).toEqual([
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
    expect(formatCriteria(criteria(text))).toBe(canonical);
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
