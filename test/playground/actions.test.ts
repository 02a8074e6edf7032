import { describe, expect, it } from 'vitest';
import { input, useBench } from './support/bench.ts';

const bench = useBench();
const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });
const button = (more: object = {}) => ({
  type: 'button',
  action_id: 'go',
  text: plain('Go'),
  value: '7',
  ...more,
});
const row = (...elements: object[]) => ({ type: 'actions', block_id: 'row', elements });

async function post(...blocks: object[]): Promise<{ channel: string; ts: string }> {
  const { ts } = await bench.api('chat.postMessage', { channel: 'C0SALES', text: 'Look', blocks });
  return { channel: 'C0SALES', ts };
}
const click = (where: object, more: object = {}) =>
  bench.act('click', { as: 'U0RITA', in: where, blockId: 'row', actionId: 'go', ...more });

describe('buttons', () => {
  it('send the whole payload from a message', async () => {
    const message = await post(row(button({ style: 'primary' })));
    expect(await click({ message })).toEqual({ ok: true });
    expect(bench.app.last.payload).toEqual({
      type: 'block_actions',
      user: { id: 'U0RITA', username: 'rita', name: 'rita', team_id: 'T0TEST' },
      team: { id: 'T0TEST', domain: 'test-team' },
      enterprise: null,
      is_enterprise_install: false,
      api_app_id: 'A0PLAYGROUND',
      token: expect.any(String),
      trigger_id: expect.any(String),
      response_url: expect.stringContaining('/response/T0TEST/'),
      container: { type: 'message', message_ts: message.ts, channel_id: 'C0SALES', is_ephemeral: false },
      channel: { id: 'C0SALES', name: 'sales' },
      message: expect.objectContaining({
        type: 'message',
        ts: message.ts,
        text: 'Look',
        bot_id: 'B0PLAYGROUND',
      }),
      state: { values: {} },
      actions: [
        {
          type: 'button',
          block_id: 'row',
          action_id: 'go',
          value: '7',
          text: plain('Go'),
          style: 'primary',
          action_ts: expect.any(String),
        },
      ],
    });
    expect(bench.app.badSignatures).toBe(0);
  });

  it('send the view from a modal and from the home', async () => {
    const view = await bench.open([
      row(button()),
      input('name', { type: 'plain_text_input', initial_value: 'x' }),
    ]);
    await click({ view });
    expect(bench.app.last.payload).toMatchObject({
      container: { type: 'view', view_id: view },
      view: { id: view, state: { values: { name: { a: { value: 'x' } } } } },
    });
    expect(bench.app.last.payload).not.toHaveProperty('response_url');
    await bench.api('views.publish', { user_id: 'U0RITA', view: { type: 'home', blocks: [row(button())] } });
    await bench.act('close', { as: 'U0RITA', view });
    await click({ home: true });
    expect(bench.app.last.payload.view).toMatchObject({ type: 'home' });
  });

  it('ask back when they have a confirm dialog', async () => {
    const confirm = {
      title: plain('Sure?'),
      text: plain('It is for good'),
      confirm: plain('Yes'),
      deny: plain('No'),
    };
    const message = await post(row(button({ confirm })));
    expect(await click({ message })).toMatchObject({
      error: 'confirm_required',
      messages: ['It is for good'],
    });
    expect(bench.app.received).toHaveLength(0);
    expect(await click({ message }, { confirmed: true })).toEqual({ ok: true });
  });

  it('are refused where the person cannot see them', async () => {
    const message = await post(row(button()));
    expect(await click({ message }, { actionId: 'other' })).toMatchObject({ error: 'element_not_found' });
    const secret = await bench.api('chat.postMessage', {
      channel: 'G0MANAGERS',
      text: 'x',
      blocks: [row(button())],
    });
    expect(await click({ message: { channel: 'G0MANAGERS', ts: secret.ts } })).toMatchObject({
      error: 'channel_not_found',
    });
    const hers = await bench.api('chat.postEphemeral', {
      channel: 'C0SALES',
      user: 'U0MONA',
      text: 'x',
      blocks: [row(button())],
    });
    expect(await click({ message: { channel: 'C0SALES', ts: hers.message_ts } })).toMatchObject({
      error: 'message_not_found',
    });
  });

  it('bring no message when it was ephemeral', async () => {
    const { message_ts: ts } = await bench.api('chat.postEphemeral', {
      channel: 'C0SALES',
      user: 'U0RITA',
      text: 'x',
      blocks: [row(button())],
    });
    await click({ message: { channel: 'C0SALES', ts } });
    expect(bench.app.last.payload.container.is_ephemeral).toBe(true);
    expect(bench.app.last.payload).not.toHaveProperty('message');
  });

  it('show a notice in the modal when the app does not answer', async () => {
    const view = await bench.open([row(button())]);
    bench.app.reply = () => 'silence';
    bench.patience = 50;
    expect(await click({ view })).toMatchObject({ ok: false, error: 'operation_timeout' });
    expect((await bench.state()).views[0]).toMatchObject({
      id: view,
      busy: false,
      notice: expect.any(String),
    });
  });
});

describe('menus and inputs', () => {
  it('send what was chosen and remember it in the state', async () => {
    const message = await post(
      row({ type: 'static_select', action_id: 'go', options: [option('a'), option('b')] }),
    );
    await click({ message }, { value: { type: 'static_select', selected_option: { value: 'b' } } });
    expect(bench.app.last.payload).toMatchObject({
      actions: [{ type: 'static_select', selected_option: option('b') }],
      state: { values: { row: { go: { selected_option: option('b') } } } },
    });
    const wrong = { type: 'static_select', selected_option: { value: 'z' } };
    expect(await click({ message }, { value: wrong })).toMatchObject({ error: 'unknown_option' });
  });

  it('send an overflow choice', async () => {
    const message = await post(row({ type: 'overflow', action_id: 'go', options: [option('edit')] }));
    await click({ message }, { value: { type: 'overflow', selected_option: { value: 'edit' } } });
    expect(bench.app.last.payload.actions[0]).toMatchObject({
      type: 'overflow',
      selected_option: option('edit'),
    });
  });

  it.each([
    ['no dispatch_action', {}, {}, [0, 0]],
    ['dispatch_action', { dispatch_action: true }, {}, [0, 1]],
    [
      'each character',
      { dispatch_action: true },
      { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } },
      [1, 1],
    ],
  ])('dispatch text with %s', async (_what, block, element, [typing, enter]) => {
    const view = await bench.open([input('q', { type: 'plain_text_input', ...element }, block)]);
    const fill = async (more: object) => {
      const before = bench.app.received.length;
      const value = { type: 'plain_text_input', value: 'abc' };
      await bench.act('fill', { as: 'U0RITA', view, blockId: 'q', actionId: 'a', value, ...more });
      return bench.app.received.length - before;
    };
    expect([await fill({}), await fill({ enter: true })]).toEqual([typing, enter]);
  });

  it('dispatch a choice in an input that asks for it', async () => {
    const select = { type: 'static_select', options: [option('a')] };
    const view = await bench.open([input('q', select, { dispatch_action: true }), input('r', select)]);
    const value = { type: 'static_select', selected_option: option('a') };
    await bench.act('fill', { as: 'U0RITA', view, blockId: 'r', actionId: 'a', value });
    expect(bench.app.last.kind).toBe('command');
    await bench.act('fill', { as: 'U0RITA', view, blockId: 'q', actionId: 'a', value });
    expect(bench.app.last.payload.actions[0]).toMatchObject({ block_id: 'q', selected_option: option('a') });
  });
});

describe('suggestions', () => {
  const suggest = (view: string, query: string) =>
    bench.act('suggest', { as: 'U0RITA', view, blockId: 'q', actionId: 'a', query });

  it('come from the app and can then be chosen', async () => {
    const view = await bench.open([input('q', { type: 'external_select', min_query_length: 2 })]);
    expect(await suggest(view, 'a')).toMatchObject({ error: 'query_too_short' });
    bench.app.reply = () => ({ body: { options: [option('autumn')] } });
    expect(await suggest(view, 'au')).toEqual({ ok: true, options: [option('autumn')] });
    expect(bench.app.last.payload).toMatchObject({
      type: 'block_suggestion',
      value: 'au',
      action_id: 'a',
      view: { id: view },
    });
    bench.app.reply = () => ({});
    const value = { type: 'external_select', selected_option: { value: 'autumn' } };
    expect(await bench.act('fill', { as: 'U0RITA', view, blockId: 'q', actionId: 'a', value })).toEqual({
      ok: true,
    });
    await bench.act('submit', { as: 'U0RITA', view });
    expect(bench.app.last.payload.view.state.values.q.a.selected_option).toEqual(option('autumn'));
  });

  it('are refused when they break a limit', async () => {
    const view = await bench.open([input('q', { type: 'external_select', min_query_length: 0 })]);
    bench.app.reply = () => ({ body: { options: [option('x'.repeat(151))] } });
    expect(await suggest(view, '')).toMatchObject({ ok: false, error: 'invalid_options' });
  });
});
