import { expect, it } from 'vitest';
import { type ListPage, pageOfRow, rowBlockId } from '../../../src/slack/interaction-list/ids.ts';
import { LIMITS } from '../../../src/slack/limits.ts';

const page = (key: string): ListPage => ({
  filter: {
    scope: { kind: 'salesperson', key },
    from: '2026-01-01',
    to: '2026-12-31',
    canceled: false,
    postponed: false,
    failed: false,
    evaluation: 'very-positive',
  },
  after: { date: '2026-05-05', id: 123_456_789 },
  from: 12_345,
});

it('keeps the page of a row in its block id, even where everything is narrowed down', () => {
  const wide = page('Å'.repeat(30));
  const id = rowBlockId(123_456_789, wide);
  expect(id?.length).toBeLessThanOrEqual(LIMITS.id);
  expect(pageOfRow(id ?? '')).toEqual(wide);
  const plain: ListPage = { filter: { scope: { kind: 'mine', key: '' } }, from: 1 };
  expect(pageOfRow(rowBlockId(1, plain) ?? '')).toEqual(plain);
});

it('does without where it does not fit, and where the id says nothing', () => {
  expect(rowBlockId(123_456_789, page('\u0001'.repeat(30)))).toBeUndefined();
  for (const id of ['', 'rows0', '{}', '[12,', '[]', '[12,1,"nobody","",null,null]'])
    expect(pageOfRow(id)).toBeUndefined();
});
