import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { APP_TOKEN, section, TOKEN, useBench } from './support/bench.ts';

const bench = useBench();
const post = (args: object) => bench.api('chat.postMessage', { channel: 'C0SALES', ...args });

describe('calls', () => {
  it.each([
    ['no token', 'auth.test', null, 'not_authed'],
    ['a wrong token', 'auth.test', 'xoxb-other', 'invalid_auth'],
    ['the app token for a bot method', 'auth.test', APP_TOKEN, 'not_allowed_token_type'],
    ['the bot token for an app method', 'apps.connections.open', TOKEN, 'not_allowed_token_type'],
    ['an unknown method', 'chat.shout', TOKEN, 'unknown_method'],
  ])('refuses %s', async (_what, method, token, error) => {
    expect(await bench.api(method, {}, token)).toMatchObject({ ok: false, error });
  });

  it('answers to the client library, with structures as form fields', async () => {
    const client = new WebClient(TOKEN, { slackApiUrl: bench.slack.apiUrl });
    expect(await client.auth.test()).toMatchObject({ ok: true, team_id: 'T0TEST', bot_id: 'B0PLAYGROUND' });
    const posted = await client.chat.postMessage({
      channel: 'C0SALES',
      text: 'Hello',
      blocks: [{ type: 'divider' }],
      metadata: { event_type: 'sent', event_payload: { run: 1 } },
    });
    expect(posted.message?.blocks?.[0]).toMatchObject({ type: 'divider', block_id: expect.any(String) });
    await expect(client.chat.postMessage({ channel: 'C404', text: 'x' })).rejects.toThrow(
      'channel_not_found',
    );
  });

  it('names the scope that is missing and those that there are', async () => {
    const answer = await bench.api('users.lookupByEmail', { email: 'rita@example.com' });
    expect(answer).toMatchObject({ error: 'missing_scope', needed: 'users:read.email' });
    expect(answer.provided.split(',')).toContain('chat:write');
    const { user } = await bench.api('users.info', { user: 'U0RITA' });
    expect(user.profile.email).toBeUndefined();
  });

  it('takes no token from a JSON body, and no foreign Host', async () => {
    expect(await bench.api('auth.test', { token: TOKEN }, null)).toMatchObject({ error: 'not_authed' });
    const { port } = bench.slack;
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', path: '/control/state', headers: { host: 'evil.example' } })
        .on('response', (response) => resolve(response.resume().statusCode))
        .end();
    });
    expect(status).toBe(403);
    const foreign = await fetch(`${bench.slack.url}/control/state?as=U0RITA`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });
});

describe('users', () => {
  it('gives locale on demand, time zone and roles', async () => {
    const { user } = await bench.api('users.info', { user: 'U0SOREN', include_locale: true });
    expect(user).toMatchObject({
      locale: 'da-DK',
      tz: 'Europe/Copenhagen',
      is_admin: false,
      team_id: 'T0TEST',
      deleted: false,
    });
    expect([3600, 7200]).toContain(user.tz_offset);
    expect((await bench.api('users.info', { user: 'U0ANNA' })).user).toMatchObject({ is_owner: true });
    expect((await bench.api('users.info', { user: 'U0ANNA' })).user.locale).toBeUndefined();
    expect(await bench.api('users.info', { user: 'U404' })).toMatchObject({ error: 'user_not_found' });
  });

  it('pages with cursors', async () => {
    const names: string[] = [];
    let cursor = '';
    do {
      const answer = await bench.api('users.list', { limit: 2, cursor });
      names.push(...answer.members.map((user: { name: string }) => user.name));
      cursor = answer.response_metadata.next_cursor;
    } while (cursor);
    expect(names).toEqual(['rita', 'soren', 'mona', 'anna', 'tiny']);
    expect(await bench.api('users.list', { cursor: 'nonsense' })).toMatchObject({ error: 'invalid_cursor' });
  });
});

describe('posting', () => {
  it.each([
    ['nothing', {}, 'no_text'],
    ['a channel that is not there', { channel: 'C404', text: 'x' }, 'channel_not_found'],
    ['bad JSON for blocks', { text: 'x', blocks: '[{' }, 'invalid_blocks_format'],
    ['too many blocks', { text: 'x', blocks: Array(51).fill({ type: 'divider' }) }, 'msg_blocks_too_many'],
    ['metadata without an event', { text: 'x', metadata: { a: 1 } }, 'invalid_metadata_format'],
    ['another name', { text: 'x', username: 'Boss' }, 'missing_scope'],
    ['a thread that is not there', { text: 'x', thread_ts: '1.000001' }, 'thread_not_found'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await post(args)).toMatchObject({ ok: false, error });
  });

  it('says where a block breaks a limit', async () => {
    const answer = await post({ text: 'x', blocks: [section('x'.repeat(3001))] });
    expect(answer.error).toBe('invalid_blocks');
    expect(answer.response_metadata.messages).toEqual([
      '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ]);
  });

  it('cuts long text instead of refusing it', async () => {
    expect((await post({ text: 'x'.repeat(40_001) })).message.text).toHaveLength(40_000);
  });

  it('opens the direct message of a person', async () => {
    expect(await post({ channel: 'U0RITA', text: 'Hi' })).toMatchObject({ ok: true, channel: 'D0RITA' });
    expect((await bench.state('U0RITA')).messages).toHaveLength(1);
    expect((await bench.state('U0SOREN')).messages).toHaveLength(0);
  });

  it('minds membership and archives', async () => {
    await bench.act('archive', { channel: 'C0SALES', archived: true });
    expect(await post({ text: 'x' })).toMatchObject({ error: 'is_archived' });
    expect((await bench.state('U0RITA')).channels.map(({ id }) => id)).not.toContain('G0MANAGERS');
    expect(await post({ channel: 'G0MANAGERS', text: 'x' })).toMatchObject({ ok: true });
  });

  it('threads replies below the parent', async () => {
    const { ts } = await post({ text: 'Parent' });
    const reply = await post({ text: 'Reply', thread_ts: ts });
    await post({ text: 'Loud', thread_ts: reply.ts, reply_broadcast: true });
    const [parent, first, second] = (await bench.state()).messages;
    expect(parent).toMatchObject({ replyCount: 2 });
    expect([first?.threadTs, second?.threadTs]).toEqual([ts, ts]);
    const { messages } = await bench.api('conversations.history', { channel: 'C0SALES' });
    expect(messages.map((message: { text: string }) => message.text)).toEqual(['Loud', 'Parent']);
    expect((await bench.api('conversations.replies', { channel: 'C0SALES', ts })).messages).toHaveLength(3);
  });

  it('shows an ephemeral message to its target alone', async () => {
    const args = { channel: 'C0SALES', user: 'U0RITA', text: 'Psst' };
    expect(await bench.api('chat.postEphemeral', args)).toMatchObject({ ok: true });
    expect((await bench.state('U0RITA')).messages[0]).toMatchObject({ ephemeralTo: 'U0RITA' });
    expect((await bench.state('U0SOREN')).messages).toEqual([]);
    expect(await bench.api('chat.postEphemeral', { ...args, channel: 'G0MANAGERS' })).toMatchObject({
      error: 'user_not_in_channel',
    });
    expect((await bench.api('conversations.history', { channel: 'C0SALES' })).messages).toEqual([]);
  });
});

describe('changing messages', () => {
  const update = (args: object) => bench.api('chat.update', { channel: 'C0SALES', ...args });

  it('drops the blocks when text comes alone, and marks only plain edits', async () => {
    const { ts } = await post({ text: 'Old', blocks: [section('Old')] });
    await update({ ts, text: 'New', blocks: [section('New')] });
    expect((await bench.state()).messages[0]).toMatchObject({ text: 'New', edited: false });
    await update({ ts, text: 'Newest' });
    expect((await bench.state()).messages[0]).toMatchObject({ text: 'Newest', blocks: [], edited: true });
  });

  it('refuses what Slack refuses', async () => {
    const said = await bench.act('say', { as: 'U0RITA', channel: 'C0SALES', text: 'Mine' });
    const { ts } = await post({ text: 'Mine' });
    expect(await update({ ts: '1.000001', text: 'x' })).toMatchObject({ error: 'message_not_found' });
    expect(await update({ ts: said.ts, text: 'x' })).toMatchObject({ error: 'cant_update_message' });
    expect(await update({ ts, text: 'x'.repeat(4001) })).toMatchObject({ error: 'msg_too_long' });
    const dm = await post({ channel: 'U0RITA', text: 'Hi' });
    const inDm = (channel: string) => bench.api('chat.update', { channel, ts: dm.ts, text: 'Ho' });
    expect(await inDm('U0RITA')).toMatchObject({ error: 'channel_not_found' });
    expect(await inDm('D0RITA')).toMatchObject({ ok: true });
  });

  it('deletes, and gives a permanent link', async () => {
    const { ts } = await post({ text: 'Short-lived' });
    const link = await bench.api('chat.getPermalink', { channel: 'C0SALES', message_ts: ts });
    expect(link.permalink).toBe(`https://test-team.slack.com/archives/C0SALES/p${ts.replace('.', '')}`);
    expect(await bench.api('chat.delete', { channel: 'C0SALES', ts })).toMatchObject({ ok: true });
    expect((await bench.state()).messages).toEqual([]);
  });
});

describe('conversations', () => {
  it('lists what the app may see', async () => {
    const { channels } = await bench.api('conversations.list', {
      types: 'public_channel,private_channel,im',
    });
    const ids = channels.map((channel: { id: string }) => channel.id);
    expect(ids).toEqual(['C0SALES', 'C0CAMPAIGNS', 'G0MANAGERS', 'D0RITA', 'D0SOREN', 'D0MONA', 'D0ANNA']);
    expect(await bench.api('conversations.list', { types: 'mpim' })).toMatchObject({
      error: 'missing_scope',
    });
  });

  it('opens direct messages and knows members', async () => {
    expect(await bench.api('conversations.open', { users: 'U0MONA' })).toMatchObject({
      channel: { id: 'D0MONA' },
    });
    const { members } = await bench.api('conversations.members', { channel: 'G0MANAGERS' });
    expect(members).toEqual(['U0MONA', 'U0ANNA', 'U0APPBOT']);
  });

  it('gives metadata of messages only when asked', async () => {
    await post({ text: 'x', metadata: { event_type: 'run', event_payload: { id: 7 } } });
    const read = async (more: object) =>
      (await bench.api('conversations.history', { channel: 'C0SALES', ...more })).messages[0].metadata;
    expect(await read({})).toBeUndefined();
    expect(await read({ include_all_metadata: true })).toEqual({
      event_type: 'run',
      event_payload: { id: 7 },
    });
  });
});
