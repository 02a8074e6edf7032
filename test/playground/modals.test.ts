import { describe, expect, it } from 'vitest';
import { input, modal, section, useBench } from './support/bench.ts';

const bench = useBench();
const text = (more: object = {}) => ({ type: 'plain_text_input', ...more });
const typed = (value: string | null) => ({ type: 'plain_text_input', value });
const fill = (view: string, blockId: string, value: object, more: object = {}) =>
  bench.act('fill', { as: 'U0RITA', view, blockId, actionId: 'a', value, ...more });
const submit = (view: string) => bench.act('submit', { as: 'U0RITA', view });
const stack = async () => (await bench.state()).views;

describe('submitting', () => {
  it('sends the whole view and closes it when the app only acknowledges', async () => {
    const view = await bench.open([input('name', text({ initial_value: 'Autumn' }))], {
      private_metadata: '{"draft":7}',
    });
    expect(await submit(view)).toEqual({ ok: true });
    const { payload } = bench.app.last;
    expect(payload).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0RITA', name: 'rita', team_id: 'T0TEST' },
      team: { id: 'T0TEST' },
      view: { id: view, private_metadata: '{"draft":7}', root_view_id: view, previous_view_id: null },
      response_urls: [],
    });
    expect(payload.view.state.values).toEqual({ name: { a: typed('Autumn') } });
    expect(await stack()).toEqual([]);
    expect(bench.app.badSignatures).toBe(0);
  });

  it('replaces the view in place, pushes on it and clears all', async () => {
    const view = await bench.open([input('name', text())]);
    await fill(view, 'name', typed('Kept'));
    bench.app.reply = () => ({
      body: { response_action: 'update', view: modal([input('name', text()), input('more', text())]) },
    });
    await submit(view);
    expect((await stack())[0]).toMatchObject({
      id: view,
      state: { name: { a: typed('Kept') }, more: { a: typed(null) } },
    });
    await fill(view, 'more', typed('x'));
    bench.app.reply = () => ({ body: { response_action: 'push', view: modal([section('Sure?')]) } });
    await submit(view);
    const [, top] = await stack();
    bench.app.reply = () => ({ body: { response_action: 'clear' } });
    await submit(top?.id ?? '');
    expect(bench.app.last.payload.view).toMatchObject({ previous_view_id: view, root_view_id: view });
    expect(await stack()).toEqual([]);
  });
});

describe('what the app answers to a submission', () => {
  const errors = (all: object) => ({ body: { response_action: 'errors', errors: all } });

  it('puts errors below their inputs and takes them away when the input changes', async () => {
    const view = await bench.open([input('name', text({ initial_value: 'x' }))]);
    bench.app.reply = () => errors({ name: 'Taken' });
    expect(await submit(view)).toEqual({ ok: true, errors: { name: 'Taken' } });
    expect((await stack())[0]?.errors).toEqual({ name: 'Taken' });
    await fill(view, 'name', typed('y'));
    expect((await stack())[0]?.errors).toEqual({});
  });

  it.each([
    ['a section', { text: 'No' }],
    ['a block that is not there', { name: 'No', gone: 'No' }],
    ['an action_id', { a: 'No' }],
  ])('shows a connection error for errors at %s', async (_what, all) => {
    const titled = { ...section('x'), block_id: 'text' };
    const view = await bench.open([titled, input('name', text({ initial_value: 'x' }))]);
    bench.app.reply = () => errors(all);
    expect(await submit(view)).toMatchObject({ ok: false, error: 'invalid_errors' });
    expect((await stack())[0]).toMatchObject({ errors: {}, notice: expect.stringContaining('trouble') });
  });

  it.each([
    ['nothing within the time', () => 'silence' as const, 'operation_timeout'],
    ['a server error', () => ({ status: 500 }), 'http_service_error'],
    ['something that is not JSON', () => ({ body: 'done' }), 'invalid_response'],
    [
      'a view that breaks a limit',
      () => ({ body: { response_action: 'update', view: modal([]) } }),
      'invalid_arguments',
    ],
    ['an unknown action', () => ({ body: { response_action: 'dance' } }), 'invalid_response_action'],
  ])('keeps the modal with a notice after %s', async (_what, reply, error) => {
    const view = await bench.open([input('name', text({ initial_value: 'x' }))]);
    bench.app.reply = reply;
    if (error === 'operation_timeout') bench.patience = 50;
    expect(await submit(view)).toMatchObject({ ok: false, error });
    bench.patience = 10_000;
    const [kept] = await stack();
    expect(kept).toMatchObject({ id: view, busy: false, notice: expect.stringContaining('trouble') });
    bench.app.reply = () => ({});
    expect(await submit(view)).toEqual({ ok: true });
  });

  it('pops only the top view on a plain acknowledgement', async () => {
    const root = await bench.open([section('Root')]);
    await bench.api('views.push', {
      trigger_id: await bench.trigger(),
      view: modal([input('name', text({ initial_value: 'x' }))]),
    });
    const [, top] = await stack();
    expect(
      await bench.act('fill', { as: 'U0RITA', view: root, blockId: 'x', actionId: 'a', value: typed('') }),
    ).toMatchObject({
      error: 'view_covered',
    });
    await submit(top?.id ?? '');
    expect((await stack()).map(({ id }) => id)).toEqual([root]);
  });

  it('refuses a second submission while the first waits', async () => {
    const view = await bench.open([input('name', text({ initial_value: 'x' }))]);
    let second: unknown;
    bench.app.reply = async () => {
      expect((await stack())[0]?.busy).toBe(true);
      second = await submit(view);
      return {};
    };
    expect(await submit(view)).toEqual({ ok: true });
    expect(second).toMatchObject({ error: 'busy' });
  });
});

describe('closing', () => {
  it('tells the app if it wants to know', async () => {
    const view = await bench.open([section('x')], { notify_on_close: true });
    await bench.act('close', { as: 'U0RITA', view });
    expect(bench.app.last.payload).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      view: { id: view },
    });
    const quiet = await bench.open([section('x')]);
    const before = bench.app.received.length;
    await bench.act('close', { as: 'U0RITA', view: quiet });
    expect(bench.app.received).toHaveLength(before);
  });
});
