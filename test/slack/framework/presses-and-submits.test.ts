import { describe, expect, it } from 'vitest';
import { deliverInteraction } from '../../support/slack-stub.ts';
import { person, useListeners, view } from './support.ts';

const app = useListeners();

const actionBody = (actionId: string, value: string, more: object = {}) => ({
  type: 'block_actions',
  ...person,
  trigger_id: 't',
  response_url: app.stub.responseUrl,
  container: { type: 'message', channel_id: 'C0SALES', message_ts: '1.1', is_ephemeral: true },
  actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: String(Math.random()) }],
  ...more,
});

const submit = (shown: object) => ({ type: 'view_submission', ...person, view: shown, trigger_id: 't' });

describe('presses', () => {
  it('reach the listener with their parsed value, whatever number tells equal buttons apart', async () => {
    await deliverInteraction(app.port, actionBody('test.press', '{"n":1}'));
    await app.idle();
    await deliverInteraction(app.port, actionBody('test.press:3', '{"n":2}'));
    await app.idle();
    expect(app.pressed).toMatchObject([{ n: 1 }, { n: 2 }]);
  });

  it('have one key when they are pressed twice', async () => {
    await deliverInteraction(app.port, actionBody('test.press', '{"n":1}'));
    await deliverInteraction(app.port, actionBody('test.press', '{"n":1}'));
    await app.idle();
    const [first, second] = app.pressed as { requestKey: string }[];
    expect(first?.requestKey).toBe(second?.requestKey);
  });

  it.each(['{"n":"1"}', 'not json', ''])(
    'with a value that does not fit (%s) are called outdated',
    async (value) => {
      await deliverInteraction(app.port, actionBody('test.press', value));
      await app.idle();
      expect(app.pressed).toEqual([]);
      expect(app.stub.responses[0]?.text).toContain('earlier version');
    },
  );

  it('of buttons nobody knows are acknowledged once and explained', async () => {
    const answer = await deliverInteraction(app.port, actionBody('gone.button', '{}'));
    expect(answer.status).toBe(200);
    await app.idle();
    expect(app.stub.responses).toHaveLength(1);
  });

  it('in a modal show problems above its fields', async () => {
    const body = { ...actionBody('test.press', '{"n":-1}'), view: view('test.form') };
    await deliverInteraction(app.port, {
      ...body,
      response_url: undefined,
      container: { type: 'view', view_id: 'V1' },
    });
    await app.idle();
    const [call] = app.stub.calls.filter(({ method }) => method === 'views.update');
    const shown = JSON.parse(call?.args.view ?? '{}');
    expect(call?.args.hash).toBe('h1');
    expect(shown.blocks[0]).toMatchObject({ type: 'alert', level: 'error' });
    expect(shown.blocks[1].block_id).toBe('name:1');
  });
});

interface Started {
  initial_value?: string;
  initial_option?: { text: { text: string } };
}

describe('submits', () => {
  const withName = (value: string) =>
    view('test.form', { state: { values: { 'name:1': { name: { type: 'plain_text_input', value } } } } });

  it('close the view when all is well', async () => {
    const answer = await deliverInteraction(app.port, submit(withName('x')));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(app.pressed).toEqual([{ form: { name: 'x' }, metadata: { n: 1 } }]);
  });

  it('show a problem of one field at that field', async () => {
    const answer = await deliverInteraction(app.port, submit(withName('bad')));
    expect(await answer.json()).toEqual({
      response_action: 'errors',
      errors: { 'name:1': 'This is too long: at most 5.' },
    });
  });

  it('show other problems above the form', async () => {
    const answer = await deliverInteraction(app.port, submit(withName('worse')));
    expect(await answer.json()).toMatchObject({
      response_action: 'update',
      view: { callback_id: 'test.form', blocks: [{ type: 'alert' }, { type: 'input', block_id: 'name:1' }] },
    });
  });

  it('that take long are answered before they end, and the form comes back with what was filled in', async () => {
    const answer = await deliverInteraction(app.port, submit(view('test.slow', { private_metadata: '{}' })));
    expect(await answer.json()).toMatchObject({ view: { title: { text: 'Still working' } } });
    await app.release();
    await app.idle();
    const [call] = app.stub.calls.filter(({ method }) => method === 'views.update');
    expect(JSON.parse(call?.args.view ?? '{}')).toMatchObject({
      callback_id: 'test.slow',
      blocks: [{ type: 'alert' }, { element: { initial_value: 'x' } }],
    });
  });

  it('that take long show the same form again with what was filled in, unless its field changed', async () => {
    const text = (value: string) => ({ type: 'plain_text_input', value });
    const radio = (value: string) => ({
      type: 'radio_buttons',
      selected_option: { value, text: { type: 'plain_text', text: `${value} (2 new)` } },
    });
    const submitted = (again: string) => {
      const values = {
        'name:1': { name: text('typed') },
        'campaign:1': { campaign: text('typed') },
        choice: { choice: radio('add') },
        gone: { gone: radio('neither') },
        again: { again: text(again) },
      };
      return submit(view('test.slow', { private_metadata: '{}', state: { values } }));
    };
    const shown = async (again: string) => {
      app.stub.calls.length = 0;
      await deliverInteraction(app.port, submitted(again));
      await app.release();
      await app.idle();
      const [call] = app.stub.calls.filter(({ method }) => method === 'views.update');
      const { blocks } = JSON.parse(call?.args.view ?? '{}') as { blocks: { element: Started }[] };
      return blocks.map(({ element }) => element.initial_value ?? element.initial_option?.text.text);
    };
    expect(await shown('same')).toEqual(['typed', 'stored', 'add (3 new)', 'this']);
    expect(await shown('other')).toEqual(['stored', 'stored', 'skip (3 new)', 'this']);
  });

  it('of views nobody knows are answered with a view that says so', async () => {
    const answer = await deliverInteraction(app.port, submit(view('gone.form')));
    expect(await answer.json()).toMatchObject({ response_action: 'update', view: { callback_id: 'notice' } });
  });
});
