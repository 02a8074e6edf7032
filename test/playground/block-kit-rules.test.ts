import { describe, expect, it } from 'vitest';
import { validateBlocks, validateOptions, validateView } from '../../src/playground/block-kit/index.ts';

type Surface = 'message' | 'modal' | 'home';
const plain = (text = 'x') => ({ type: 'plain_text', text });
const option = (value = 'a') => ({ text: plain(), value });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain(), element, ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const raw = (text: string) => ({ type: 'raw_text', text });

const REFUSED: [string, Surface, object, string][] = [
  ['an empty text', 'message', { type: 'section', text: plain('') }, '/0/text/text'],
  ['a section without text', 'message', { type: 'section' }, '/0'],
  ['mrkdwn in a header', 'message', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }, '/0/text/type'],
  ['a field that does not exist', 'message', { type: 'divider', color: 'red' }, '/0'],
  ['no alt_text', 'message', { type: 'image', image_url: 'https://x.example/a.png' }, '/0'],
  ['no elements', 'message', actions(), '/0/elements'],
  [
    'options and groups',
    'message',
    actions({ type: 'static_select', options: [option()], option_groups: [] }),
    '/0/elements/0',
  ],
  ['neither options nor groups', 'message', actions({ type: 'static_select' }), '/0/elements/0'],
  [
    'an initial option that is not offered',
    'message',
    actions({ type: 'static_select', options: [option()], initial_option: option('b') }),
    '/0/elements/0',
  ],
  [
    'a url on an option of a menu',
    'message',
    actions({ type: 'static_select', options: [{ ...option(), url: 'https://x.example' }] }),
    '/0/elements/0/options/0',
  ],
  [
    'max_selected_items 0',
    'message',
    actions({ type: 'multi_users_select', max_selected_items: 0 }),
    '/0/elements/0/max_selected_items',
  ],
  [
    'a date that does not exist',
    'message',
    actions({ type: 'datepicker', initial_date: '2026-02-30' }),
    '/0/elements/0/initial_date',
  ],
  [
    'an hour that does not exist',
    'message',
    actions({ type: 'timepicker', initial_time: '24:00' }),
    '/0/elements/0/initial_time',
  ],
  [
    'milliseconds',
    'message',
    actions({ type: 'datetimepicker', initial_date_time: 1_700_000_000_000 }),
    '/0/elements/0/initial_date_time',
  ],
  [
    'an empty filter',
    'message',
    actions({ type: 'conversations_select', filter: {} }),
    '/0/elements/0/filter',
  ],
  [
    'the same action_id twice',
    'message',
    actions(
      { type: 'button', text: plain(), action_id: 'a' },
      { type: 'button', text: plain(), action_id: 'a' },
    ),
    '/0/elements/1/action_id',
  ],
  [
    'a style that does not exist',
    'message',
    actions({ type: 'button', text: plain(), style: 'warning' }),
    '/0/elements/0/style',
  ],
  [
    'response_url_enabled in a message',
    'message',
    input({ type: 'channels_select', response_url_enabled: true }),
    '/0/element/response_url_enabled',
  ],
  [
    'dispatch_action on files',
    'modal',
    input({ type: 'file_input' }, { dispatch_action: true }),
    '/0/dispatch_action',
  ],
  [
    'a number that is no string',
    'modal',
    input({ type: 'number_input', is_decimal_allowed: true, min_value: 3 }),
    '/0/element/min_value',
  ],
  ['is_decimal_allowed missing', 'modal', input({ type: 'number_input' }), '/0/element'],
  [
    'min_length above max_length',
    'modal',
    input({ type: 'plain_text_input', min_length: 5, max_length: 4 }),
    '/0/element',
  ],
  [
    'rows of different lengths',
    'message',
    { type: 'table', rows: [[raw('a')], [raw('a'), raw('b')]] },
    '/0/rows',
  ],
  [
    'a slack_file with id and url',
    'message',
    { type: 'image', alt_text: 'x', slack_file: { id: 'F1', url: 'https://x.example' } },
    '/0/slack_file',
  ],
];

describe('refused', () => {
  it.each(REFUSED)('%s (%s)', (_what, surface, block, pointer) => {
    expect(validateBlocks([block], surface).map((problem) => problem.pointer)).toContain(pointer);
  });

  it('the same block_id twice, but not the same action_id in two blocks', () => {
    const twice = (blockId: string) => ({
      ...actions({ type: 'button', text: plain(), action_id: 'a' }),
      block_id: blockId,
    });
    expect(validateBlocks([twice('a'), twice('b')], 'message')).toEqual([]);
    expect(validateBlocks([twice('a'), twice('a')], 'message')[0]?.pointer).toBe('/1/block_id');
  });

  it('two elements that want the focus', () => {
    const focused = () => input({ type: 'plain_text_input', focus_on_load: true });
    expect(validateBlocks([focused()], 'home')).toEqual([]);
    expect(validateBlocks([focused(), focused()], 'home')).toHaveLength(1);
  });
});

describe('views', () => {
  const view = (more: object) => ({ type: 'modal', title: plain(), blocks: [{ type: 'divider' }], ...more });

  it.each([
    ['no title', { type: 'modal', blocks: [{ type: 'divider' }] }],
    ['mrkdwn as title', view({ title: { type: 'mrkdwn', text: 'x' } })],
    ['no blocks', view({ blocks: [] })],
    ['inputs without submit', view({ blocks: [input({ type: 'plain_text_input' })] })],
    ['an unknown type', { type: 'drawer', blocks: [] }],
    ['an unknown field', view({ subtitle: plain() })],
    ['a title on a home', { type: 'home', title: plain(), blocks: [{ type: 'divider' }] }],
    ['a table', view({ blocks: [{ type: 'table', rows: [[raw('x')]] }] })],
  ])('%s', (_what, wrong) => {
    expect(validateView(wrong)[0]?.error).toBe('invalid_arguments');
  });

  it('takes at most 100 suggested options, or groups, not both', () => {
    const options = (count: number) => Array.from({ length: count }, (_, i) => option(`v${i}`));
    const group = { label: plain(), options: options(1) };
    expect(validateOptions({ options: options(100) })).toEqual([]);
    expect(validateOptions({ options: [] })).toEqual([]);
    expect(validateOptions({ option_groups: [group] })).toEqual([]);
    expect(validateOptions({ options: options(101) })).toHaveLength(1);
    expect(validateOptions({ options: options(1), option_groups: [group] })).toHaveLength(1);
    expect(validateOptions({})).toHaveLength(1);
  });
});
