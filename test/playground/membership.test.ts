import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/playground/protocol.ts';
import { useBench } from './support/bench.ts';

const channel = (id: string, more: Partial<Channel>): Channel => ({
  id,
  name: id.toLowerCase(),
  kind: 'private',
  members: ['U0RITA'],
  botIsMember: false,
  isArchived: false,
  ...more,
});
const bench = useBench({
  channels: [channel('G0SECRET', {}), channel('C0OPEN', { kind: 'public' })],
});
const post = (id: string) => bench.api('chat.postMessage', { channel: id, text: 'x' });

describe('where the app is no member', () => {
  it('posts to public channels only, until it is invited', async () => {
    expect(await post('C0OPEN')).toMatchObject({ ok: true });
    expect(await post('G0SECRET')).toMatchObject({ error: 'not_in_channel' });
    await bench.act('invite', { channel: 'G0SECRET' });
    expect(await post('G0SECRET')).toMatchObject({ ok: true });
  });

  it('reads nothing, and sees no private channel', async () => {
    const read = (id: string) => bench.api('conversations.history', { channel: id });
    expect(await read('C0OPEN')).toMatchObject({ error: 'not_in_channel' });
    expect(await read('G0SECRET')).toMatchObject({ error: 'channel_not_found' });
    expect(await bench.api('conversations.info', { channel: 'G0SECRET' })).toMatchObject({
      error: 'channel_not_found',
    });
    const { channels } = await bench.api('conversations.list', { types: 'public_channel,private_channel' });
    expect(channels.map(({ id }: { id: string }) => id)).toEqual(['C0OPEN']);
  });

  it('joins public channels', async () => {
    expect(await bench.api('conversations.join', { channel: 'C0OPEN' })).toMatchObject({ ok: true });
    expect(await bench.api('conversations.join', { channel: 'G0SECRET' })).toMatchObject({
      error: 'channel_not_found',
    });
    expect((await bench.state()).channels.find(({ id }) => id === 'C0OPEN')?.botIsMember).toBe(true);
  });

  it('shares no file there', async () => {
    const { upload_url, file_id } = await bench.api('files.getUploadURLExternal', {
      filename: 'a.txt',
      length: 1,
    });
    await fetch(upload_url, { method: 'POST', body: 'x' });
    const args = { files: [{ id: file_id }], channel_id: 'C0OPEN' };
    expect(await bench.api('files.completeUploadExternal', args)).toMatchObject({ error: 'not_in_channel' });
  });
});
