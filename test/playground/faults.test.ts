import { describe, expect, it } from 'vitest';
import { useBench } from './support/bench.ts';

const bench = useBench({ eventRetryDelaysMs: [0, 0, 0] });
const fault = (method: string, kind: object, more: object = {}) =>
  bench.act('faults', { method, times: 1, kind, ...more });
const post = (channel = 'C0SALES') => bench.apiResponse('chat.postMessage', { channel, text: 'x' });
const posted = async () => (await bench.state()).messages.length;
const idle = async () => expect((await fetch(`${bench.slack.url}/control/idle`)).status).toBe(200);

describe('faults of Web API calls', () => {
  it('answer 429 with Retry-After as often as asked', async () => {
    await fault('chat.postMessage', { rateLimited: { retryAfterSeconds: 7 } }, { times: 2 });
    for (const _ of [1, 2]) {
      const response = await post();
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    }
    expect((await post()).status).toBe(200);
    expect(await posted()).toBe(1);
  });

  it('answer any status or error, for one channel only if asked', async () => {
    await fault('*', { httpStatus: 503 }, { channel: 'C0CAMPAIGNS' });
    expect((await post()).status).toBe(200);
    expect((await post('C0CAMPAIGNS')).status).toBe(503);
    await fault('chat.postMessage', { error: 'restricted_action' });
    expect(await (await post()).json()).toEqual({ ok: false, error: 'restricted_action' });
  });

  it('lose the answer of a call that was carried out', async () => {
    await fault('chat.postMessage', { lostAnswer: true });
    await expect(post()).rejects.toThrow();
    expect(await posted()).toBe(1);
  });

  it('delay, and can be taken back', async () => {
    await fault('chat.postMessage', { delayMs: 60 });
    const started = performance.now();
    await post();
    expect(performance.now() - started).toBeGreaterThan(55);
    await fault('chat.postMessage', { httpStatus: 500 });
    await fetch(`${bench.slack.url}/control/faults`, { method: 'DELETE' });
    expect((await post()).status).toBe(200);
  });

  it('hold to one post a second in a channel', async () => {
    await fault('chat.postMessage', { oncePerSecond: true }, { times: 9 });
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(429);
    expect((await post('C0CAMPAIGNS')).status).toBe(200);
    bench.now += 1001;
    expect((await post()).status).toBe(200);
  });

  it('refuses faults that it does not know', async () => {
    expect(await fault('*', { explode: true })).toMatchObject({ ok: false, error: 'invalid_body' });
  });
});

describe('faults of deliveries', () => {
  const command = () => bench.act('say', { as: 'U0RITA', channel: 'C0SALES', text: '/tiny' });

  it('repeat the same request to the last byte', async () => {
    await fault('deliver', { repeat: 2 });
    expect(await command()).toEqual({ ok: true });
    const signatures = bench.app.received.map(({ raw, headers }) => `${headers['x-slack-signature']} ${raw}`);
    expect(signatures).toHaveLength(3);
    expect(new Set(signatures).size).toBe(1);
  });

  it('lose the acknowledgement of a request that arrived', async () => {
    await fault('deliver', { lostAnswer: true });
    expect(await command()).toMatchObject({ ok: false, error: 'operation_timeout' });
    expect(bench.app.received).toHaveLength(1);
  });
});

describe('events', () => {
  const home = async () => {
    await bench.act('home', { as: 'U0RITA' });
    await idle();
    return bench.app.received.map(({ headers }) => [
      headers['x-slack-retry-num'],
      headers['x-slack-retry-reason'],
    ]);
  };

  it('carry what Slack sends', async () => {
    await home();
    expect(bench.app.last.payload).toMatchObject({
      type: 'event_callback',
      team_id: 'T0TEST',
      event_id: expect.stringMatching(/^Ev/),
      authorizations: [{ team_id: 'T0TEST', is_bot: true }],
      event: { type: 'app_home_opened', user: 'U0RITA', tab: 'home', channel: 'D0RITA' },
    });
  });

  it('come again three times while they fail, as the same event', async () => {
    bench.app.reply = () => ({ status: 500 });
    expect(await home()).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(new Set(bench.app.received.map(({ payload }) => payload.event_id)).size).toBe(1);
  });

  it('stop when the app wants no retry', async () => {
    bench.app.reply = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } });
    expect(await home()).toHaveLength(1);
  });

  it('come only if the manifest asks for them', async () => {
    await bench.act('say', { as: 'U0RITA', channel: 'C0SALES', text: 'Hello' });
    expect(bench.app.received).toHaveLength(0);
    await bench.act('say', { as: 'U0RITA', channel: 'D0RITA', text: 'Hello' });
    expect(bench.app.last.payload.event).toMatchObject({
      type: 'message',
      channel_type: 'im',
      text: 'Hello',
    });
    await bench.act('event', { event: { type: 'user_change', user: { id: 'U0RITA', deleted: true } } });
    expect(bench.app.last.payload.event.type).toBe('user_change');
  });
});
