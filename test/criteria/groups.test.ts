import { describe, expect, test } from 'vitest';
import { formatCriteria } from '../../src/criteria/format.ts';
import { parseCriteria } from '../../src/criteria/parse.ts';
import { criteria, READING } from '../support/criteria.ts';

const told = (text: string) => {
  const parsed = parseCriteria(text, READING);
  return parsed.ok
    ? []
    : parsed.problems.map(({ code, from, to, suggestion }) => [
        code,
        from,
        text.slice(from, to),
        ...(suggestion ? [suggestion] : []),
      ]);
};

describe('Groups', () => {
  test.each([
    ['country:DK OR country:SE', 'country:DK OR country:SE'],
    ['(country:DK or country:SE)', 'country:DK OR country:SE'],
    ['land:DK eller ikke (by:Aarhus)', 'country:DK OR -city:Aarhus'],
    ['type:person AND (country:DK OR country:SE)', 'type:person (country:DK OR country:SE)'],
    // What stands side by side binds more than OR.
    ['type:person country:DK OR country:SE', '(type:person country:DK) OR country:SE'],
    ['NOT (country:DK type:person)', '-(country:DK type:person)'],
    ['-country:DK', '-country:DK'],
    ['--country:DK', 'country:DK'],
    ['((country:DK))type:person', 'country:DK type:person'],
    ['(name:"A (B" OR name:(A|B))', "name:'A (B' OR name:A|B"],
    ['(name:"A OR B")', 'name:"A OR B"'],
    [
      '-(interaction.date:2026 interaction.campaign:A)',
      '-(interaction.date:2026-01-01..2026-12-31 interaction.campaign:A)',
    ],
    [
      '(interaction.campaign:A) (interaction.campaign:B)',
      '(interaction.campaign:A) (interaction.campaign:B)',
    ],
    [
      '(interaction.campaign:A) OR (interaction.campaign:B)',
      'interaction.campaign:A OR interaction.campaign:B',
    ],
    [
      '(opportunity.status:vundet) (opportunity.value:>5) salgsmulighed.antal:2',
      '(opportunity.status:won) (opportunity.value:>5) opportunity.count:2',
    ],
    ['segment:SM1&SM2', 'segment:SM1&SM2'],
  ])('%s is written back as %s', (text, canonical) => {
    expect(formatCriteria(criteria(text))).toBe(canonical);
    expect(criteria(canonical)).toEqual(criteria(formatCriteria(criteria(text))));
  });

  test('terms know their place among all', () => {
    const text = 'name:X (country:DK OR -territory:N)';
    const parsed = parseCriteria(text, READING);
    const found = parsed.ok ? parsed.references : [];
    expect(found.map(({ term, from, to }) => [term, text.slice(from, to)])).toEqual([
      [1, 'DK'],
      [2, 'N'],
    ]);
  });
});

describe('Problems with groups', () => {
  test.each<[string, ...unknown[][]]>([
    ['(country:DK', ['bracket_not_closed', 0, '(']],
    ['type:person (country:DK OR (city:X)', ['bracket_not_closed', 12, '(']],
    ['country:DK)', ['bracket_not_opened', 10, ')']],
    ['(country:DK))', ['bracket_not_opened', 12, ')']],
    ['()', ['condition_missing', 0, '()']],
    ['country:DK OR', ['condition_missing', 11, 'OR']],
    ['OR country:DK', ['condition_missing', 0, 'OR']],
    ['country:DK AND OR city:X', ['condition_missing', 11, 'AND']],
    ['city:X NOT', ['condition_missing', 7, 'NOT']],
    ['((((((((city:X))))))))', ['too_deep', 6, '(']],
    [`${'-('.repeat(4)}city:X${')'.repeat(4)}`, ['too_deep', 6, '-']],
    // One mistake does not make brackets look wrong.
    ['(contry:DK type:x) city:X', ['unknown_field', 1, 'contry', 'country'], ['unknown_value', 16, 'x']],
    [
      'interaction.campaign:A&B',
      ['never_true', 21, 'A&B', '(interaction.campaign:A) (interaction.campaign:B)'],
    ],
  ])('%s', (text, ...wanted) => expect(told(text)).toEqual(wanted));

  test('200 terms are too many, wherever they stand', () => {
    const text = `(${'no:1 OR '.repeat(199)}no:1)`;
    expect(told(text)).toEqual([['too_many_terms', 801, text.slice(801)]]);
  });

  test('long texts of brackets and words are read to their end', () => {
    for (const word of [
      '(',
      ')',
      '-',
      'NOT ',
      'OR ',
      '(a:',
      '(no:1 ',
      'no:1)',
      '-(',
      'created:"',
      'created:1..',
    ]) {
      const long = word.repeat(2980 / word.length);
      for (const text of [long, `(${long})`]) expect(() => told(text)).not.toThrow();
    }
  });
});
