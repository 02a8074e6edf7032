import { describe, expect, it } from 'vitest';
import { validateBlocks } from '../../src/playground/block-kit/index.ts';
import {
  actions,
  button,
  card,
  cells,
  chart,
  container,
  dataTable,
  httpUrl,
  image,
  input,
  type Make,
  rich,
  type Surface,
  section,
  select,
  table,
  text,
  times,
  video,
} from './support/samples.ts';

/** What is limited, on which surface, the greatest size that passes, and how to make one of a size. */
const MAXIMA: [string, Surface, number, Make][] = [
  ['section text', 'message', 3000, (n) => section({ text: text(n) })],
  ['section fields', 'message', 10, (n) => section({ fields: times(n, () => text(1)) })],
  ['section field text', 'modal', 2000, (n) => section({ fields: [text(n)] })],
  ['header', 'message', 150, (n) => ({ type: 'header', text: text(n) })],
  ['context elements', 'home', 10, (n) => ({ type: 'context', elements: times(n, () => text(1)) })],
  ['context text', 'message', 3000, (n) => ({ type: 'context', elements: [text(n, 'mrkdwn')] })],
  ['actions elements', 'message', 25, (n) => actions(...times(n, () => button()))],
  ['image alt_text', 'message', 2000, (n) => image({ alt_text: 'x'.repeat(n) })],
  ['image title', 'message', 2000, (n) => image({ title: text(n) })],
  ['image url', 'message', 3000, (n) => image({ image_url: httpUrl(n) })],
  ['input label', 'home', 2000, (n) => input(select(), { label: text(n) })],
  ['input hint', 'home', 2000, (n) => input(select(), { hint: text(n) })],
  ['list indent', 'message', 8, rich],
  ['video title', 'message', 199, (n) => video({ title: text(n) })],
  ['video author', 'message', 49, (n) => video({ author_name: 'x'.repeat(n) })],
  ['markdown', 'message', 12_000, (n) => ({ type: 'markdown', text: 'x'.repeat(n) })],
  ['markdown in all', 'message', 6000, (n) => times(2, () => ({ type: 'markdown', text: 'x'.repeat(n) }))],
  ['table rows', 'message', 100, (n) => table(cells(n, 1))],
  ['table columns', 'message', 20, (n) => table(cells(1, n))],
  [
    'table column_settings',
    'message',
    20,
    (n) => table(cells(1, 1), { column_settings: times(n, () => ({})) }),
  ],
  ['table characters', 'message', 10_000, (n) => table([[{ type: 'raw_text', text: 'x'.repeat(n) }]])],
  ['data_table rows with header', 'message', 101, (n) => dataTable(cells(n, 1))],
  ['data_table columns', 'message', 20, (n) => dataTable(cells(1, n))],
  ['data_table page_size', 'message', 100, (n) => dataTable(cells(1, 1), { page_size: n })],
  ['chart title', 'message', 50, (n) => chart({ title: 'x'.repeat(n) })],
  [
    'chart points',
    'message',
    20,
    (n) => chart({}, { series: [{ name: 's', data: times(n, () => ({ label: 'l', value: 1 })) }] }),
  ],
  [
    'chart series',
    'message',
    6,
    (n) => chart({}, { series: times(n, () => ({ name: 's', data: [{ label: 'l', value: 1 }] })) }),
  ],
  ['charts', 'message', 2, (n) => times(n, () => chart({}))],
  ['alert', 'modal', 200, (n) => ({ type: 'alert', text: text(n) })],
  ['card title', 'message', 150, (n) => card({ title: text(n, 'mrkdwn') })],
  ['card subtitle', 'message', 150, (n) => card({ subtitle: text(n, 'mrkdwn') })],
  ['card body', 'message', 200, (n) => card({ body: text(n, 'mrkdwn') })],
  ['card actions', 'message', 2, (n) => card({ actions: times(n, () => button()) })],
  ['carousel cards', 'home', 10, (n) => ({ type: 'carousel', elements: times(n, () => card({})) })],
  ['container title', 'message', 150, (n) => container({ title: text(n) })],
  ['container subtitle', 'message', 150, (n) => container({ subtitle: text(n) })],
  [
    'container blocks',
    'message',
    10,
    (n) => container({ child_blocks: times(n, () => ({ type: 'divider' })) }),
  ],
  [
    'context_actions elements',
    'message',
    5,
    (n) => ({
      type: 'context_actions',
      elements: times(n, () => ({ type: 'icon_button', icon: 'trash', text: text(1) })),
    }),
  ],
  [
    'icon_button visible_to_user_ids',
    'message',
    10,
    (n) => ({
      type: 'context_actions',
      elements: [
        { type: 'icon_button', icon: 'trash', text: text(1), visible_to_user_ids: times(n, () => 'U1') },
      ],
    }),
  ],
];

describe('the greatest block passes and one more does not', () => {
  it.each(MAXIMA)('%s (%s): %i', (_what, surface, max, make) => {
    expect(validateBlocks([make(max)].flat(), surface)).toEqual([]);
    const problems = validateBlocks([make(max + 1)].flat(), surface);
    expect(problems.length).toBeGreaterThan(0);
    const code = surface === 'message' ? 'invalid_blocks' : 'invalid_arguments';
    expect(problems.every(({ error }) => error === code)).toBe(true);
    expect(problems[0]?.pointer).toMatch(/^\/\d/);
  });
});
