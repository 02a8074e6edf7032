import { describe, expect, it } from 'vitest';
import { section, useBench } from './support/bench.ts';

const bench = useBench();

describe('shortcuts and commands', () => {
  it('run from the menu and on a message', async () => {
    await bench.act('shortcut', { as: 'U0RITA', callbackId: 'start' });
    expect(bench.app.last.payload).toMatchObject({
      type: 'shortcut',
      callback_id: 'start',
      trigger_id: expect.any(String),
    });
    const { ts } = await bench.api('chat.postMessage', { channel: 'C0SALES', text: 'Look' });
    const message = { channel: 'C0SALES', ts };
    expect(await bench.act('shortcut', { as: 'U0RITA', callbackId: 'look' })).toMatchObject({
      error: 'wrong_type',
    });
    await bench.act('shortcut', { as: 'U0RITA', callbackId: 'look', message });
    expect(bench.app.last.payload).toMatchObject({
      type: 'message_action',
      message_ts: message.ts,
      message: { text: 'Look' },
      channel: { id: 'C0SALES' },
      response_url: expect.any(String),
    });
  });

  const say = (text: string, more: object = {}) =>
    bench.act('say', { as: 'U0RITA', channel: 'C0SALES', text, ...more });
  const heard = async () =>
    (await bench.state()).messages.map(({ user, text, ephemeralTo }) => ({ user, text, ephemeralTo }));

  it('send commands as a form', async () => {
    expect(await say('/tiny new  "Autumn 2026"')).toEqual({ ok: true });
    expect(bench.app.last).toMatchObject({
      kind: 'command',
      payload: {
        command: '/tiny',
        text: 'new  "Autumn 2026"',
        channel_id: 'C0SALES',
        channel_name: 'sales',
        user_id: 'U0RITA',
        user_name: 'rita',
        team_id: 'T0TEST',
        is_enterprise_install: 'false',
      },
    });
    await say('/mention @mona in #sales');
    expect(bench.app.last.payload.text).toBe('<@U0MONA|mona> in <#C0SALES|sales>');
    expect(bench.app.badSignatures).toBe(0);
    expect(await heard()).toEqual([]);
  });

  it('show the answer to the sender, or to all', async () => {
    bench.app.reply = () => ({ body: 'Just words' });
    await say('/tiny');
    bench.app.reply = () => ({ body: { text: 'For all', response_type: 'in_channel' } });
    await say('/tiny loud');
    expect(await heard()).toEqual([
      { user: 'U0APPBOT', text: 'Just words', ephemeralTo: 'U0RITA' },
      { user: 'U0RITA', text: '/tiny loud' },
      { user: 'U0APPBOT', text: 'For all' },
    ]);
  });

  it.each([
    ['silence', () => 'silence' as const, 'operation_timeout'],
    ['a 500', () => ({ status: 500 }), 'http_service_error'],
    ['a 404', () => ({ status: 404 }), 'http_client_error'],
    ['blocks that break a limit', () => ({ body: { blocks: [section('')] } }), 'invalid_blocks'],
  ])('say what went wrong after %s', async (_what, reply, error) => {
    bench.app.reply = reply;
    if (error === 'operation_timeout') bench.patience = 50;
    expect(await say('/tiny')).toMatchObject({ ok: false, error });
    const text = `/tiny failed with the error "${error}"`;
    expect(await heard()).toEqual([{ user: 'USLACKBOT', text, ephemeralTo: 'U0RITA' }]);
  });

  it('are refused in threads and when unknown', async () => {
    const { ts } = await say('Hello');
    expect(await say('/tiny', { threadTs: ts })).toMatchObject({ error: 'not_supported_in_threads' });
    expect(await say('/huge')).toMatchObject({ error: 'unknown_command' });
    expect(bench.app.received).toHaveLength(0);
  });
});
