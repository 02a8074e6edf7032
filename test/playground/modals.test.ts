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
