import { LogLevel, SocketModeClient } from '@slack/socket-mode';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { APP_TOKEN, useBench } from './support/bench.ts';

const bench = useBench();

it('delivers over the socket and takes answers from it', async () => {
  const client = new SocketModeClient({
    appToken: APP_TOKEN,
    logLevel: LogLevel.ERROR,
    autoReconnectEnabled: false,
    clientOptions: { slackApiUrl: bench.slack.apiUrl },
  });
  const seen: string[] = [];
  client.on('slack_event', async ({ ack, type, body }) => {
    seen.push(`${type} ${body.command ?? body.event?.type ?? body.type}`);
    await ack(type === 'slash_commands' ? { text: 'From the socket' } : undefined);
  });
  await client.start();
  try {
    expect(await bench.act('say', { as: 'U0RITA', channel: 'C0SALES', text: '/tiny' })).toEqual({ ok: true });
    expect(await bench.act('shortcut', { as: 'U0RITA', callbackId: 'start' })).toEqual({ ok: true });
    expect(await bench.act('home', { as: 'U0RITA' })).toEqual({ ok: true });
    expect(seen).toEqual(['slash_commands /tiny', 'interactive shortcut', 'events_api app_home_opened']);
    expect((await bench.state()).messages).toMatchObject([
      { text: 'From the socket', ephemeralTo: 'U0RITA' },
    ]);
    expect(bench.app.received).toEqual([]);
  } finally {
    await client.disconnect();
  }
});

it('lets nobody in without a ticket', async () => {
  const socket = new WebSocket(`${bench.slack.url.replace('http', 'ws')}/link/?ticket=guessed`);
  const outcome = await new Promise((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('error', () => resolve('refused'));
  });
  expect(outcome).toBe('refused');
});
