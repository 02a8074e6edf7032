import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCriteria } from '../../src/criteria/format.ts';
import { MAX_TEXT_LENGTH } from '../../src/criteria/limits.ts';
import { criteriaSchema } from '../../src/criteria/model.ts';
import { parseCriteria } from '../../src/criteria/parse.ts';
import { withoutWords } from '../../src/criteria/tree.ts';
import { anyValues, arbitraryCriteria } from '../support/arbitrary-criteria.ts';
import { READING } from '../support/criteria.ts';

test('What is written is read back as the same criteria', () => {
  fc.assert(
    fc.property(arbitraryCriteria(anyValues), (criteria) => {
      const text = formatCriteria(criteria);
      fc.pre(text.length <= MAX_TEXT_LENGTH);
      const parsed = parseCriteria(text, READING);
      expect([text, parsed.ok ? parsed.criteria : parsed.problems]).toEqual([text, criteria]);
    }),
    { numRuns: 2000 },
  );
});

test('Any text is either read as sound criteria, written in one way, or has a problem inside it', () => {
  const word = fc.constantFrom(
    'country',
    'name',
    'type',
    'profile',
    'mailing',
    ':',
    'DK',
    'company',
    ' ',
    'created',
    'interaction.date',
    'interaction.count',
    'opportunity.status',
    'opportunity.value',
    'segment',
    'logged',
    'OR ',
    'NOT ',
    '-',
    '"last 30 days"',
    '1 Oct',
    '2026-10-01',
    '7',
    '..',
    '<>',
  );
  const sign = fc.constantFrom(...`|&<>=@()*?'"“”‘’ :x`);
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.array(fc.oneof(word, sign), { maxLength: 14 }).map((parts) => parts.join('')),
    fc.array(fc.oneof(word, sign), { maxLength: 10 }).map((parts) => `name:${parts.join('')}`),
    fc.array(fc.oneof(word, sign), { maxLength: 10 }).map((parts) => `(type:person ${parts.join('')}`),
    fc.array(fc.oneof(word, sign), { maxLength: 10 }).map((parts) => `profile:"${parts.join('')}`),
  );
  fc.assert(
    fc.property(text, (written) => {
      const parsed = parseCriteria(written, READING);
      if (parsed.ok) {
        expect(criteriaSchema.parse(parsed.criteria)).toEqual(parsed.criteria);
        const again = parseCriteria(formatCriteria(parsed.criteria), READING);
        expect(again.ok ? again.criteria : again.problems).toEqual(withoutWords(parsed.criteria));
        for (const { from = 0, to = 0 } of parsed.references)
          expect(from < to && to <= written.length).toBe(true);
      } else {
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { from, to } of parsed.problems) {
          expect({
            written,
            from,
            to,
            inside: 0 <= from && from <= to && to <= written.length,
          }).toMatchObject({
            inside: true,
          });
        }
      }
    }),
    { numRuns: 5000 },
  );
});
