import { describe, expect, it } from 'vitest';
import { input, useBench } from './support/bench.ts';

const bench = useBench();
const text = (more: object = {}) => ({ type: 'plain_text_input', ...more });
const typed = (value: string | null) => ({ type: 'plain_text_input', value });
const fill = (view: string, blockId: string, value: object, more: object = {}) =>
  bench.act('fill', { as: 'U0RITA', view, blockId, actionId: 'a', value, ...more });
const submit = (view: string) => bench.act('submit', { as: 'U0RITA', view });
const stack = async () => (await bench.state()).views;

describe('inputs', () => {
  const optionOf = (value: string) => ({ text: { type: 'plain_text', text: value.toUpperCase() }, value });
  const options = ['a', 'b', 'c'].map(optionOf);
  const ALL: [string, object, object][] = [
    ['plain_text_input', {}, { value: null }],
    ['number_input', { is_decimal_allowed: false }, { value: null }],
    ['email_text_input', {}, { value: null }],
    ['url_text_input', {}, { value: null }],
    ['rich_text_input', {}, { rich_text_value: null }],
    ['static_select', { options }, { selected_option: null }],
    ['multi_static_select', { options }, { selected_options: [] }],
    ['external_select', {}, { selected_option: null }],
    ['multi_external_select', {}, { selected_options: [] }],
    ['users_select', {}, { selected_user: null }],
    ['multi_users_select', {}, { selected_users: [] }],
    ['conversations_select', {}, { selected_conversation: null }],
    ['multi_conversations_select', {}, { selected_conversations: [] }],
    ['channels_select', {}, { selected_channel: null }],
    ['multi_channels_select', {}, { selected_channels: [] }],
    ['datepicker', {}, { selected_date: null }],
    ['timepicker', {}, { selected_time: null }],
    ['datetimepicker', {}, { selected_date_time: null }],
    ['checkboxes', { options }, { selected_options: [] }],
    ['radio_buttons', { options }, { selected_option: null }],
    ['file_input', {}, { files: [] }],
  ];

  it('are shaped as Slack shapes them when they are empty', async () => {
    const view = await bench.open(
      ALL.map(([type, more]) => input(type, { type, ...more }, { optional: true })),
    );
    await submit(view);
    const { values } = bench.app.last.payload.view.state;
    expect(values).toEqual(
      Object.fromEntries(ALL.map(([type, , empty]) => [type, { a: { type, ...empty } }])),
    );
  });

  it('are submitted with their initial values untouched', async () => {
    const view = await bench.open([
      input('n', { type: 'number_input', is_decimal_allowed: false, initial_value: '7' }),
      input('m', { type: 'multi_static_select', options, initial_options: [options[1]] }),
      input('c', { type: 'conversations_select', default_to_current_conversation: true }),
      {
        type: 'section',
        block_id: 's',
        text: { type: 'mrkdwn', text: 'x' },
        accessory: { type: 'datepicker', action_id: 'a', initial_date: '2026-11-23' },
      },
    ]);
    await submit(view);
    expect(bench.app.last.payload.view.state.values).toEqual({
      n: { a: { type: 'number_input', value: '7' } },
      m: { a: { type: 'multi_static_select', selected_options: [options[1]] } },
      c: { a: { type: 'conversations_select', selected_conversation: 'C0SALES' } },
      s: { a: { type: 'datepicker', selected_date: '2026-11-23' } },
    });
  });

  const CHECKS: [string, object, object, boolean][] = [
    ['an empty required input', text(), typed(null), false],
    ['too short a text', text({ min_length: 3 }), typed('ab'), false],
    ['a text of the least length', text({ min_length: 3 }), typed('abc'), true],
    ['too long a text', text({ max_length: 3 }), typed('abcd'), false],
    [
      'a number below the least',
      { type: 'number_input', is_decimal_allowed: false, min_value: '5' },
      { type: 'number_input', value: '4' },
      false,
    ],
    [
      'a number at the greatest',
      { type: 'number_input', is_decimal_allowed: false, max_value: '5' },
      { type: 'number_input', value: '5' },
      true,
    ],
    [
      'a decimal',
      { type: 'number_input', is_decimal_allowed: false },
      { type: 'number_input', value: '5.5' },
      false,
    ],
    [
      'letters for a number',
      { type: 'number_input', is_decimal_allowed: true },
      { type: 'number_input', value: 'five' },
      false,
    ],
    ['half an address', { type: 'email_text_input' }, { type: 'email_text_input', value: 'rita@' }, false],
    ['a word for a URL', { type: 'url_text_input' }, { type: 'url_text_input', value: 'example' }, false],
  ];

  it.each(CHECKS)('are checked before the app hears of it: %s', async (_what, element, value, fine) => {
    const view = await bench.open([input('x', element)]);
    await fill(view, 'x', value);
    const before = bench.app.received.length;
    const answer = await submit(view);
    if (fine) {
      expect(answer).toEqual({ ok: true });
      return;
    }
    expect(answer).toMatchObject({ ok: false, error: 'input', messages: [expect.any(String)] });
    expect((await stack())[0]?.errors).toHaveProperty('x');
    expect(bench.app.received).toHaveLength(before);
  });

  const REFUSED: [string, object, object, string][] = [
    [
      'an option that is not offered',
      { type: 'static_select', options },
      { type: 'static_select', selected_option: optionOf('z') },
      'unknown_option',
    ],
    [
      'an option that was never suggested',
      { type: 'external_select' },
      { type: 'external_select', selected_option: optionOf('a') },
      'unknown_option',
    ],
    [
      'more than may be chosen',
      { type: 'multi_static_select', options, max_selected_items: 1 },
      { type: 'multi_static_select', selected_options: options },
      'too_many',
    ],
    [
      'somebody unknown',
      { type: 'users_select' },
      { type: 'users_select', selected_user: 'U404' },
      'unknown_user',
    ],
    [
      'a channel that the person does not see',
      { type: 'conversations_select' },
      { type: 'conversations_select', selected_conversation: 'G0MANAGERS' },
      'unknown_conversation',
    ],
    [
      'a channel that the filter leaves out',
      { type: 'conversations_select', filter: { include: ['im'] } },
      { type: 'conversations_select', selected_conversation: 'C0SALES' },
      'unknown_conversation',
    ],
    [
      'a day that does not exist',
      { type: 'datepicker' },
      { type: 'datepicker', selected_date: '2026-02-30' },
      'invalid_value',
    ],
    ['a value of another kind', { type: 'datepicker' }, typed('x'), 'wrong_type'],
    [
      'a file that nobody uploaded',
      { type: 'file_input' },
      { type: 'file_input', files: [{ id: 'F1' }] },
      'unknown_file',
    ],
  ];

  it.each(REFUSED)('do not take %s', async (_what, element, value, error) => {
    const view = await bench.open([input('x', element)]);
    expect(await fill(view, 'x', value)).toMatchObject({ ok: false, error });
  });

  it('take the whole option though only its value is given', async () => {
    const view = await bench.open([input('x', { type: 'static_select', options })]);
    await fill(view, 'x', { type: 'static_select', selected_option: { value: 'b' } });
    expect((await stack())[0]?.state).toMatchObject({ x: { a: { selected_option: options[1] } } });
  });
});
