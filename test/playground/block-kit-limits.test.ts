import { describe, expect, it } from 'vitest';
import { validateBlocks, validateMessage, validateView } from '../../src/playground/block-kit/index.ts';

type Surface = 'message' | 'modal' | 'home';
type Make = (size: number) => object | object[];

const text = (size: number, type = 'plain_text') => ({ type, text: 'x'.repeat(size) });
const times = <T>(size: number, make: (index: number) => T): T[] =>
  Array.from({ length: size }, (_, i) => make(i));
const option = (value: string, more: object = {}) => ({ text: text(1), value, ...more });
const options = (size: number) => times(size, (index) => option(`v${index}`));
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, more: object = {}) => ({ type: 'input', label: text(1), element, ...more });
const section = (more: object) => ({ type: 'section', text: text(1), ...more });
const button = (more: object = {}) => ({ type: 'button', text: text(1), ...more });
const select = (more: object = {}) => ({ type: 'static_select', options: options(1), ...more });
const confirm = (more: object) =>
  actions(button({ confirm: { title: text(1), text: text(1), confirm: text(1), deny: text(1), ...more } }));
const cells = (rows: number, columns: number) =>
  times(rows, () => times(columns, () => ({ type: 'raw_text', text: 'x' })));
const table = (rows: object[][], more: object = {}) => ({ type: 'table', rows, ...more });
const dataTable = (rows: object[][], more: object = {}) => ({
  type: 'data_table',
  caption: 'c',
  rows,
  ...more,
});
const card = (more: object) => ({ type: 'card', title: text(1, 'mrkdwn'), ...more });
const container = (more: object) => ({
  type: 'container',
  title: text(1),
  child_blocks: [{ type: 'divider' }],
  ...more,
});
const image = (more: object) => ({
  type: 'image',
  alt_text: 'x',
  image_url: 'https://x.example/a.png',
  ...more,
});
const httpUrl = (size: number) => 'https://x.example/'.padEnd(size, 'x');
const rich = (indent: number) => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_list',
      style: 'bullet',
      indent,
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
    },
  ],
});
const chart = (more: object, inner: object = {}) => ({
  type: 'data_visualization',
  title: 't',
  chart: { type: 'bar', series: [{ name: 's', data: [{ label: 'l', value: 1 }] }], ...inner },
  ...more,
});
const video = (more: object) => ({
  type: 'video',
  alt_text: 'x',
  title: text(1),
  video_url: 'https://x.example/v',
  thumbnail_url: 'https://x.example/t',
  ...more,
});

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
  ['block_id', 'message', 255, (n) => ({ type: 'divider', block_id: 'x'.repeat(n) })],
  ['action_id', 'message', 255, (n) => actions(button({ action_id: 'x'.repeat(n) }))],
  ['button text', 'message', 75, (n) => actions(button({ text: text(n) }))],
  ['button value', 'message', 2000, (n) => actions(button({ value: 'x'.repeat(n) }))],
  ['button url', 'message', 3000, (n) => actions(button({ url: httpUrl(n) }))],
  ['button label', 'message', 75, (n) => actions(button({ accessibility_label: 'x'.repeat(n) }))],
  ['confirm title', 'message', 100, (n) => confirm({ title: text(n) })],
  ['confirm text', 'message', 300, (n) => confirm({ text: text(n) })],
  ['confirm button', 'message', 30, (n) => confirm({ confirm: text(n) })],
  ['deny button', 'message', 30, (n) => confirm({ deny: text(n) })],
  ['overflow options', 'message', 5, (n) => actions({ type: 'overflow', options: options(n) })],
  [
    'overflow url',
    'message',
    3000,
    (n) => actions({ type: 'overflow', options: [option('a', { url: httpUrl(n) })] }),
  ],
  ['checkboxes', 'message', 10, (n) => actions({ type: 'checkboxes', options: options(n) })],
  ['radio buttons', 'home', 10, (n) => actions({ type: 'radio_buttons', options: options(n) })],
  ['options', 'modal', 100, (n) => actions(select({ options: options(n) }))],
  ['option text', 'message', 75, (n) => actions(select({ options: [option('a', { text: text(n) })] }))],
  ['option value', 'message', 150, (n) => actions(select({ options: [option('x'.repeat(n))] }))],
  [
    'option description',
    'message',
    75,
    (n) => actions(select({ options: [option('a', { description: text(n) })] })),
  ],
  [
    'option groups',
    'message',
    100,
    (n) =>
      actions({
        type: 'static_select',
        option_groups: times(n, () => ({ label: text(1), options: options(1) })),
      }),
  ],
  [
    'options of a group',
    'message',
    100,
    (n) => actions({ type: 'static_select', option_groups: [{ label: text(1), options: options(n) }] }),
  ],
  [
    'group label',
    'message',
    75,
    (n) => actions({ type: 'static_select', option_groups: [{ label: text(n), options: options(1) }] }),
  ],
  ['placeholder', 'message', 150, (n) => actions(select({ placeholder: text(n) }))],
  ['min_length', 'home', 3000, (n) => input({ type: 'plain_text_input', min_length: n })],
  ['max_length', 'home', 3000, (n) => input({ type: 'plain_text_input', max_length: n })],
  ['max_lines', 'home', 100, (n) => input({ type: 'rich_text_input', max_lines: n })],
];

const view = (more: object = {}) => ({
  type: 'modal',
  title: text(1),
  blocks: [{ type: 'divider' }],
  ...more,
});
const VIEW_MAXIMA: [string, number, (size: number) => object][] = [
  ['title', 24, (n) => view({ title: text(n) })],
  ['submit', 24, (n) => view({ submit: text(n) })],
  ['close', 24, (n) => view({ close: text(n) })],
  ['callback_id', 255, (n) => view({ callback_id: 'x'.repeat(n) })],
  ['external_id', 255, (n) => view({ external_id: 'x'.repeat(n) })],
  ['private_metadata', 3000, (n) => view({ private_metadata: 'x'.repeat(n) })],
  ['blocks', 100, (n) => view({ blocks: times(n, () => ({ type: 'divider' })) })],
  ['blocks of a home', 100, (n) => ({ type: 'home', blocks: times(n, () => ({ type: 'divider' })) })],
  ['max_files', 10, (n) => view({ submit: text(1), blocks: [input({ type: 'file_input', max_files: n })] })],
];

describe('the greatest size passes and one more does not', () => {
  it.each(MAXIMA)('%s (%s): %i', (_what, surface, max, make) => {
    expect(validateBlocks([make(max)].flat(), surface)).toEqual([]);
    const problems = validateBlocks([make(max + 1)].flat(), surface);
    expect(problems.length).toBeGreaterThan(0);
    const code = surface === 'message' ? 'invalid_blocks' : 'invalid_arguments';
    expect(problems.every(({ error }) => error === code)).toBe(true);
    expect(problems[0]?.pointer).toMatch(/^\/\d/);
  });

  it.each(VIEW_MAXIMA)('%s of a view: %i', (_what, max, make) => {
    expect(validateView(make(max))).toEqual([]);
    expect(validateView(make(max + 1))[0]?.error).toBe('invalid_arguments');
  });

  it('250 KB for a view', () => {
    const blocks = (size: number) => times(90, (i) => section({ text: text(i === 0 ? size : 2700) }));
    expect(validateView(view({ blocks: blocks(1) }))).toEqual([]);
    expect(validateView(view({ blocks: times(100, () => section({ text: text(2600) })) }))[0]?.error).toBe(
      'view_too_large',
    );
  });
});

describe('messages', () => {
  const dividers = (size: number) => times(size, () => ({ type: 'divider' }));
  const long = (size: number) => [
    ...times(4, () => section({ text: text(3000) })),
    section({ text: text(size - 12_000) }),
  ];

  it.each([
    ['50 blocks', { blocks: dividers(50) }, { blocks: dividers(51) }, 'msg_blocks_too_many'],
    [
      '13,200 characters over all blocks',
      { blocks: long(13_200) },
      { blocks: long(13_201) },
      'msg_blocks_too_long',
    ],
    [
      '12,000 characters of markdown_text',
      { markdown_text: 'x'.repeat(12_000) },
      { markdown_text: 'x'.repeat(12_001) },
      'msg_too_long',
    ],
    [
      '100 attachments',
      { attachments: times(100, () => ({ text: 'x' })) },
      { attachments: times(101, () => ({ text: 'x' })) },
      'too_many_attachments',
    ],
    [
      'one table',
      { blocks: [table(cells(1, 1))] },
      { blocks: [table(cells(1, 1)), table(cells(1, 1))] },
      'invalid_attachments',
    ],
    ['some text', { text: 'x' }, { text: ' ' }, 'no_text'],
    [
      'markdown_text alone',
      { markdown_text: 'x' },
      { markdown_text: 'x', text: 'y' },
      'markdown_text_conflict',
    ],
  ])('%s', (_what, good, bad, code) => {
    expect(validateMessage(good)).toEqual([]);
    expect(validateMessage(bad)[0]?.error).toBe(code);
  });

  it('lets a post be longer than an edit', () => {
    expect(validateMessage({ text: 'x'.repeat(50_000) })).toEqual([]);
    expect(validateMessage({ text: 'x'.repeat(4000) }, { update: true })).toEqual([]);
    expect(validateMessage({ text: 'x'.repeat(4001) }, { update: true })[0]?.error).toBe('msg_too_long');
  });
});
