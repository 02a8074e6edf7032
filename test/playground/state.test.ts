import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlayground } from '../../src/playground/server.ts';
import { MANIFEST, section, TOKEN, useBench } from './support/bench.ts';

const bench = useBench();
const get = (path: string) => fetch(bench.slack.url + path);

describe('the snapshot', () => {
  it('has people, channels, commands and shortcuts', async () => {
    const state = await bench.state('U0MONA');
    expect(state.people.map(({ realName }) => realName)).toEqual([
      'Rita Rep',
      'Søren Salg',
      'Mona Manager',
      'Anna Admin',
    ]);
    expect(state.channels.map(({ id }) => id)).toEqual(['C0SALES', 'C0CAMPAIGNS', 'G0MANAGERS', 'D0MONA']);
    expect(state.app.commands[0]).toEqual({
      command: '/tiny',
      description: 'Try something',
      usageHint: '[words]',
    });
    expect(state.app.shortcuts[0]).toEqual({ callbackId: 'start', name: 'Start', type: 'global' });
    expect((await get('/control/state?as=U404')).status).toBe(404);
  });

  it('masks secrets in the traffic', async () => {
    await bench.trigger();
    await bench.api('auth.test');
    const { traffic } = await bench.state();
    expect(traffic.map(({ direction, what }) => `${direction} ${what}`)).toEqual([
      'to-app /tiny',
      'from-app auth.test',
    ]);
    const { trigger_id, response_url } = bench.app.last.payload;
    const text = JSON.stringify(traffic);
    for (const secret of [trigger_id, response_url, TOKEN]) expect(text).not.toContain(secret);
  });

  it('is announced by server-sent events', async () => {
    const stop = new AbortController();
    const response = await fetch(`${bench.slack.url}/control/events?as=U0RITA`, { signal: stop.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => JSON.parse((await reader?.read())?.value?.replace('data: ', '') ?? '').revision;
    const first = await next();
    await bench.api('chat.postMessage', { channel: 'C0SALES', text: 'x' });
    expect(await next()).toBeGreaterThan(first);
    stop.abort();
  });

  it('is idle only when nothing is under way', async () => {
    let release = () => {};
    bench.app.reply = () => new Promise((resolve) => (release = () => resolve({})));
    const said = bench.act('say', { as: 'U0RITA', channel: 'C0SALES', text: '/tiny' });
    await expect.poll(() => bench.app.received.length).toBe(1);
    expect((await get('/control/idle?timeoutMs=150')).status).toBe(408);
    release();
    await said;
    expect((await get('/control/idle?timeoutMs=5000')).status).toBe(200);
  });

  it('is empty after a reset', async () => {
    await bench.open([section('x')]);
    await bench.api('chat.postMessage', { channel: 'C0SALES', text: 'x' });
    await bench.act('archive', { channel: 'C0SALES', archived: true });
    await bench.act('reset', {});
    const state = await bench.state();
    expect([state.messages, state.views, state.traffic]).toEqual([[], [], []]);
    expect(state.channels[0]).toMatchObject({ id: 'C0SALES', isArchived: false });
  });

  it('refuses bodies that do not fit', async () => {
    expect(await bench.act('say', { as: 'U0RITA' })).toMatchObject({ ok: false, error: 'invalid_body' });
    expect(await bench.act('say', { as: 'U404', channel: 'C0SALES', text: 'x' })).toMatchObject({
      error: 'unknown_person',
    });
  });
});

describe('a kept state', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'playground-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('brings back messages, files and homes after a restart', async () => {
    const start = () =>
      startPlayground({
        port: 0,
        appUrl: 'http://127.0.0.1:1/none',
        signingSecret: 'secret',
        botToken: TOKEN,
        teamId: 'T0TEST',
        teamName: 'Test Team',
        manifestPath: MANIFEST,
        stateFile: join(folder, 'state.json'),
      });
    const call = async (url: string, method: string, args: object) =>
      (
        await fetch(url + method, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
          body: JSON.stringify(args),
        })
      ).json();
    const first = await start();
    const { ts } = await call(first.apiUrl, 'chat.postMessage', { channel: 'C0SALES', text: 'Kept' });
    await call(first.apiUrl, 'chat.postEphemeral', { channel: 'C0SALES', user: 'U0RITA', text: 'Gone' });
    await call(first.apiUrl, 'views.publish', {
      user_id: 'U0RITA',
      view: { type: 'home', blocks: [section('Home')] },
    });
    const { upload_url, file_id } = await call(first.apiUrl, 'files.getUploadURLExternal', {
      filename: 'a.csv',
      length: 3,
    });
    await fetch(upload_url, { method: 'POST', body: 'a;b' });
    await call(first.apiUrl, 'files.completeUploadExternal', { files: [{ id: file_id }] });
    await first.stop();

    const second = await start();
    const state = await (await fetch(`${second.url}/control/state?as=U0RITA`)).json();
    expect(state.messages).toMatchObject([{ ts, text: 'Kept' }]);
    expect(state.home).toMatchObject({ type: 'home' });
    expect(await (await fetch(`${second.url}/control/files/${file_id}/a.csv`)).text()).toBe('a;b');
    const next = await call(second.apiUrl, 'chat.postMessage', { channel: 'C0SALES', text: 'Next' });
    expect(Number(next.ts)).toBeGreaterThan(Number(ts));
    await second.stop();
  });
});
