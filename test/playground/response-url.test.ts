import { expect, it } from 'vitest';
import { input, section, useBench } from './support/bench.ts';

const bench = useBench();
const respond = async (url: string, body: object) => {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
};
const button = {
  type: 'actions',
  block_id: 'row',
  elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
};

async function fromCommand(): Promise<string> {
  await bench.act('say', { as: 'U0RITA', channel: 'C0SALES', text: '/tiny' });
  return bench.app.last.payload.response_url;
}

async function fromClick(ts: string): Promise<string> {
  const where = { message: { channel: 'C0SALES', ts } };
  await bench.act('click', { as: 'U0RITA', in: where, blockId: 'row', actionId: 'go' });
  return bench.app.last.payload.response_url;
}

it('answers ephemerally unless told otherwise', async () => {
  const url = await fromCommand();
  expect(await respond(url, { text: 'For you' })).toEqual({ status: 200, text: 'ok' });
  await respond(url, { text: 'For all', response_type: 'in_channel' });
  const seen = async (as: string) => (await bench.state(as)).messages.map(({ text }) => text);
  expect(await seen('U0RITA')).toEqual(['For you', 'For all']);
  expect(await seen('U0MONA')).toEqual(['For all']);
  expect((await bench.state()).messages[0]).toMatchObject({ reply: 'response_url', fromApp: true });
});

it('works five times', async () => {
  const url = await fromCommand();
  for (let use = 1; use <= 5; use += 1) expect((await respond(url, { text: `${use}` })).status).toBe(200);
  expect(await respond(url, { text: '6' })).toEqual({ status: 404, text: '{"ok":false,"error":"used_url"}' });
});

it('works for thirty minutes', async () => {
  const url = await fromCommand();
  bench.now += 30 * 60_000;
  expect((await respond(url, { text: 'Just' })).status).toBe(200);
  bench.now += 1;
  expect((await respond(url, { text: 'Late' })).text).toContain('expired_url');
  expect((await respond(`${url}x`, { text: 'Wrong' })).text).toContain('expired_url');
});

it('replaces and deletes the message that was acted on', async () => {
  const { ts } = await bench.api('chat.postMessage', { channel: 'C0SALES', text: 'Old', blocks: [button] });
  await respond(await fromClick(ts), { text: 'New', replace_original: true, blocks: [button] });
  expect((await bench.state()).messages).toMatchObject([{ ts, text: 'New' }]);
  await respond(await fromClick(ts), { delete_original: true });
  expect((await bench.state()).messages).toEqual([]);
});

it('replaces an ephemeral message only for its reader, and does not make it public', async () => {
  const { message_ts: ts } = await bench.api('chat.postEphemeral', {
    channel: 'C0SALES',
    user: 'U0RITA',
    text: 'Old',
    blocks: [button],
  });
  await respond(await fromClick(ts), { text: 'New', replace_original: true, response_type: 'in_channel' });
  expect((await bench.state()).messages).toMatchObject([{ text: 'New', ephemeralTo: 'U0RITA' }]);
  expect((await bench.state('U0MONA')).messages).toEqual([]);
});

it('comes with a submission for each channel input that asks for one', async () => {
  const select = {
    type: 'conversations_select',
    response_url_enabled: true,
    default_to_current_conversation: true,
  };
  const view = await bench.open([
    input('where', select),
    input('other', { ...select, response_url_enabled: false }),
  ]);
  await bench.act('submit', { as: 'U0RITA', view });
  const { response_urls: urls } = bench.app.last.payload;
  expect(urls).toMatchObject([{ block_id: 'where', action_id: 'a', channel_id: 'C0SALES' }]);
  await respond(urls[0].response_url, { text: 'Done', response_type: 'in_channel' });
  expect((await bench.state('U0MONA')).messages).toMatchObject([{ text: 'Done' }]);
});

it('checks limits', async () => {
  const url = await fromCommand();
  expect(await respond(url, { text: 'x', blocks: [section('')] })).toMatchObject({ status: 400 });
  expect((await respond(url, {})).text).toContain('no_text');
  expect((await bench.state()).messages).toEqual([]);
});
