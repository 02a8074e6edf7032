import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { expect, it } from 'vitest';
import type { Snapshot } from '../../src/playground/protocol.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { MANIFEST, TOKEN } from './support/bench.ts';
import { SECRET } from './support/tiny-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

it('serves an app built with Bolt from command to message', async () => {
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logLevel: LogLevel.ERROR });
  const listening = await receiver.start(0);
  const { port } = listening.address() as AddressInfo;
  const slack = await startPlayground({
    port: 0,
    appUrl: `http://127.0.0.1:${port}/slack/events`,
    signingSecret: SECRET,
    botToken: TOKEN,
    teamId: 'T0TEST',
    teamName: 'Test Team',
    manifestPath: MANIFEST,
    // A busy machine may take longer than Slack waits.
    ackTimeoutMs: 60_000,
    triggerLifetimeMs: 60_000,
  });
  const app = new App({
    receiver,
    token: TOKEN,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.command('/tiny', async ({ ack, client, command, respond }) => {
    await ack();
    await client.views.open({
      trigger_id: command.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'tiny',
        title: plain('Tiny'),
        submit: plain('Go'),
        blocks: [
          {
            type: 'input',
            block_id: 'q',
            label: plain('Pick'),
            element: { type: 'external_select', action_id: 'pick', min_query_length: 0 },
          },
        ],
      },
    });
    await respond('Opened');
  });
  app.options('pick', ({ ack, options }) => ack({ options: [{ text: plain(options.value), value: 'v1' }] }));
  app.view('tiny', async ({ ack, client, view }) => {
    await ack();
    const picked = view.state.values.q?.pick?.selected_option?.value;
    await client.chat.postMessage({
      channel: 'C0SALES',
      text: `Picked ${picked}`,
      blocks: [
        {
          type: 'actions',
          block_id: 'row',
          elements: [{ type: 'button', action_id: 'go', text: plain('Go') }],
        },
      ],
    });
  });
  app.action('go', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'Went', replace_original: true });
  });
  app.event('app_home_opened', async ({ client, event }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'divider' }] },
    });
  });

  const see = async () => (await (await fetch(`${slack.url}/control/state?as=U0RITA`)).json()) as Snapshot;
  /** Does it, and gives what is seen once that is `there`: the app goes on after it has acknowledged. */
  const act = async (name: string, body: object, there: (seen: Snapshot) => boolean = () => true) => {
    const response = await fetch(`${slack.url}/control/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: 'U0RITA', ...body }),
    });
    expect(await response.json()).toMatchObject({ ok: true });
    await expect.poll(async () => there(await see())).toBe(true);
    return see();
  };
  try {
    const has = (text: string) => (seen: Snapshot) => seen.messages.some((message) => message.text === text);
    const opened = await act('say', { channel: 'C0SALES', text: '/tiny' }, has('Opened'));
    expect(opened.messages).toMatchObject([{ text: 'Opened', ephemeralTo: 'U0RITA' }]);
    const where = { view: opened.views[0]?.id, blockId: 'q', actionId: 'pick' };
    await act('suggest', { ...where, query: 'x' });
    await act('fill', { ...where, value: { type: 'external_select', selected_option: { value: 'v1' } } });
    const submitted = await act('submit', { view: where.view }, has('Picked v1'));
    expect(submitted.views).toEqual([]);
    const ts = submitted.messages[1]?.ts;
    expect(submitted.messages[1]?.text).toBe('Picked v1');
    const message = { channel: 'C0SALES', ts };
    const clicked = await act('click', { in: { message }, blockId: 'row', actionId: 'go' }, has('Went'));
    expect(clicked.messages[1]).toMatchObject({ ts, text: 'Went', blocks: [] });
    const home = await act('home', {}, (seen) => seen.home !== null);
    expect(home.home).toMatchObject({ type: 'home' });
  } finally {
    await slack.stop();
    await app.stop();
  }
});
