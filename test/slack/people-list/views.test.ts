import { describe, expect, it } from 'vitest';
import type { MatchedPeople } from '../../../src/services/people-list/match-people.ts';
import { foundModal } from '../../../src/slack/people-list/views.ts';
import { textOf, validView } from '../../support/valid-slack.ts';

const fits = ['CT000001', 'CT000002', 'CT000003'].map((no) => ({ no, companyName: 'Fjord & Co' }));
const found: MatchedPeople = {
  listId: 1,
  segmentNo: 'SM00001',
  version: 1,
  matched: 2,
  repeated: 0,
  ambiguous: { count: 1, first: [{ line: 2, text: 'Bo Holm', contacts: 5, fits }] },
  unmatched: {
    count: 7,
    first: [3, 4, 5, 6, 7].map((line) => ({ line, text: 'Holm, Bo', contacts: 0, fits: [] })),
  },
};

describe.each(['en', 'da'] as const)('what was found of a list (%s)', (locale) => {
  it('names whom a line may mean, and how to mean one of them', () => {
    const said = textOf(validView(foundModal(locale, found, null)).blocks);
    expect(said).toMatch(
      /• Lin(e|je) 2: Bo Holm \(CT000001 Fjord &amp; Co, CT000002 .*, (and|og) 2 (more|til)\)/,
    );
    expect(said).toMatch(/number or e-mail|nummer eller mail/);
  });

  it('lists the first who are nobody, and counts the others', () => {
    const said = textOf(validView(foundModal(locale, found, null)).blocks);
    expect(said.match(/• Lin(e|je) \d: Holm, Bo\n/g)).toHaveLength(5);
    expect(said).toMatch(/• (and|og) 2 (more|til)/);
  });

  it('can only be closed where nobody was found', () => {
    const { submit, close } = validView(foundModal(locale, { ...found, matched: 0 }, null));
    expect(submit).toBeUndefined();
    expect(close?.text).toBe(locale === 'en' ? 'Close' : 'Luk');
  });
});
