import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { expect, it } from 'vitest';
import { checkChannel } from '../../src/slack/channels/check-channel.ts';

/** A client whose `conversations.info` answers so. */
const client = (answer: () => unknown) =>
  ({ conversations: { info: async () => answer() } }) as unknown as WebClient;
const refused = (error: string) => () => {
  throw new WebAPIPlatformError({ ok: false, error });
};
const check = (answer: () => unknown) => checkChannel(client(answer), 'C0X', 'logChannel');

it.each([
  ['channel_closed', refused('channel_not_found')],
  ['channel_archived', () => ({ channel: { id: 'C0X', is_archived: true } })],
  ['channel_shared', () => ({ channel: { id: 'C0X', is_ext_shared: true } })],
  ['channel_shared', () => ({ channel: { id: 'C0X', is_pending_ext_shared: true } })],
])('says %s at the field', async (code, answer) => {
  await expect(check(answer)).rejects.toMatchObject({ code, fields: [{ field: 'logChannel', code }] });
});

it.each([
  ['a channel that is fine', () => ({ channel: { id: 'C0X', is_archived: false } })],
  ['what it has no right to look at', refused('missing_scope')],
  ['an answer that does not come', () => Promise.reject(new WebAPIRequestError(new Error('late')))],
  ['an answer it does not understand', () => ({})],
])('takes %s', async (_, answer) => {
  await expect(check(answer)).resolves.toBeUndefined();
});
