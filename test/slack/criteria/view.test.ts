import { describe, expect, test } from 'vitest';
import { fieldNames } from '../../../src/criteria/fields.ts';
import { type CriteriaDraft, newDraft, verbs } from '../../../src/slack/criteria/draft.ts';
import {
  emptyRow,
  type FilterRow,
  MAX_CODES,
  MAX_LINES_LENGTH,
  MAX_ROWS,
  operatorsOf,
  valueKind,
  withField,
} from '../../../src/slack/criteria/filter-row.ts';
import { type CriteriaViewModel, criteriaModal } from '../../../src/slack/criteria/view.ts';
import { data } from '../../../src/slack/text.ts';
import { markupIn, NASTY_NAMES, textOf, validView } from '../../support/valid-slack.ts';

const draftWith = (over: Partial<CriteriaDraft> = {}): CriteriaDraft => ({
  ...newDraft({ segmentNo: 'SM00001', verb: 'add', version: 3 }),
  ...over,
});

const model = (over: Partial<CriteriaViewModel> = {}): CriteriaViewModel => ({
  locale: 'en',
  draftId: 12,
  draft: draftWith(),
  description: 'Autumn call',
  counts: { companies: 1, people: 10 },
  count: {
    kind: 'counted',
    added: { companies: 9, people: 55 },
    removed: { companies: 0, people: 0 },
    now: { companies: 10, people: 65 },
    at: '14:03:22',
  },
  text: 'country:DK',
  ...over,
});

const row = (over: Partial<FilterRow>): FilterRow => ({ ...emptyRow(1), ...over });

describe.each(['en', 'da'] as const)('The criteria modal in %s', (locale) => {
  test.each(verbs)('is sound for %s, with every field and operator', (verb) => {
    for (const field of fieldNames) {
      for (const operator of operatorsOf(field)) {
        const draft = draftWith({ verb, rows: [{ ...withField(emptyRow(1), field), operator }] });
        validView(criteriaModal(model({ locale, draft })));
      }
    }
  });

  test.each(NASTY_NAMES)('stands names with %s', (_what, name) => {
    const value = name.slice(0, 200) || 'x';
    const rows = [
      row({ id: 1, field: 'country', operator: 'one-of', values: [{ value: 'DK', text: name }] }),
      row({ id: 2, field: 'name', operator: 'contains', values: [{ value, text: value }] }),
      row({ id: 3, field: 'post-code', operator: 'between', from: value, to: value }),
    ];
    const view = validView(
      criteriaModal(model({ locale, description: name, text: name, draft: draftWith({ rows }) })),
    );
    expect(markupIn(view)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    validView(criteriaModal(model({ locale, draft: draftWith({ mode: 'text', text: name }) })));
    validView(criteriaModal(model({ locale, count: { kind: 'failed', problem: data(name) } })));
  });

  test('says what is about to happen when there is no filter yet', () => {
    for (const verb of verbs) {
      const view = validView(criteriaModal(model({ locale, text: '', draft: draftWith({ verb }) })));
      expect(view.blocks.some((block) => block.type === 'alert')).toBe(true);
    }
  });

  test('is sound in every state of the count', () => {
    const none = { companies: 0, people: 0 };
    for (const count of [
      { kind: 'counting' },
      { kind: 'waiting' },
      { kind: 'failed', problem: data('x') },
      { kind: 'counted', added: none, removed: none, now: none, at: '14:03:22' },
    ] satisfies CriteriaViewModel['count'][]) {
      validView(criteriaModal(model({ locale, count })));
    }
  });
});

test('The count is one plain sentence.', () => {
  expect(textOf(criteriaModal(model()).blocks)).toContain(
    'Would add *64 contacts (9 companies, 55 people)*. SM00001 would then hold 75 contacts (10 companies, 65 people).',
  );
  const reduce = model({
    draft: draftWith({ verb: 'reduce' }),
    locale: 'da',
    count: {
      kind: 'counted',
      added: { companies: 0, people: 0 },
      removed: { companies: 1, people: 0 },
      now: { companies: 0, people: 10 },
      at: '14.03.22',
    },
  });
  expect(textOf(criteriaModal(reduce).blocks)).toContain(
    'Vil fjerne *1 kontakt (1 virksomhed, 0 personer)*. SM00001 vil derefter have 10 kontakter (0 virksomheder, 10 personer).',
  );
});

test('As many rows, codes and lines as there can be stay below the limits of a view.', () => {
  const wide = '漢'.repeat(75);
  const perRow = MAX_CODES / MAX_ROWS;
  const full = (id: number): FilterRow => {
    const values = Array.from({ length: perRow }, (_, index) => ({
      value: `CODE${id}-${index}`,
      text: wide,
    }));
    return row({ id, field: 'mailing', operator: 'one-of', values });
  };
  const codes = draftWith({ rows: Array.from({ length: MAX_ROWS }, (_, index) => full(index + 1)) });
  const lines = draftWith({
    rows: Array.from({ length: MAX_ROWS }, (_, index) =>
      row({
        id: index + 1,
        field: 'name',
        operator: 'one-of',
        values: [{ value: '漢'.repeat(MAX_LINES_LENGTH), text: '' }],
      }),
    ),
  });
  for (const draft of [codes, lines]) {
    const view = validView(criteriaModal(model({ draft, notice: { text: data(wide), level: 'warning' } })));
    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000);
    expect(JSON.stringify(view)).not.toContain('criteria.add-row');
    expect(textOf(view.blocks)).toContain('A form holds at most 20 filters.');
  }
});

test('A new field or kind of value gets blocks of its own, so that nothing old sticks to it.', () => {
  const blocksOf = (over: Partial<FilterRow>) =>
    criteriaModal(model({ draft: draftWith({ rows: [row(over)] }) })).blocks.map((block) => block.block_id);
  const isName = blocksOf({ field: 'name', operator: 'is' });
  const isCity = blocksOf({ field: 'city', operator: 'is' });
  const lines = blocksOf({ field: 'name', operator: 'one-of' });
  expect(isName.filter((id) => id?.startsWith('row:') && isCity.includes(id))).toEqual([]);
  expect(isName.filter((id) => id?.startsWith('value:') && lines.includes(id))).toEqual([]);
  // What still fits stays: the input for `is` is the one for `contains`.
  expect(blocksOf({ field: 'name', operator: 'contains' })).toEqual(isName);
  expect(valueKind('name', 'contains')).toBe(valueKind('name', 'is'));
});

test('The view carries ids only.', () => {
  const draft = draftWith({ channel: 'C0SALES', responseUrl: 'https://hooks.slack.com/x' });
  const view = criteriaModal(model({ draft }));
  expect(JSON.parse(view.private_metadata ?? '')).toEqual({ draftId: 12, segmentNo: 'SM00001' });
  expect(JSON.stringify(view)).not.toContain('hooks.slack.com');
});
