import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type ErrorCode, InvalidError } from '../../core/errors.ts';

const info = z.object({
  channel: z.object({
    is_archived: z.boolean().default(false),
    is_ext_shared: z.boolean().default(false),
    is_pending_ext_shared: z.boolean().default(false),
  }),
});

/**
 * Looks whether the app can post to a channel before it is chosen. Without the right to look at channels, or without
 * an answer, it is taken: a post that does not get there is told of later.
 * @param field where the problem is shown
 * @throws InvalidError channel_closed (a private channel the app is not in), channel_archived, channel_shared
 */
export async function checkChannel(client: WebClient, channel: string, field: string): Promise<void> {
  const code = await problemOf(client, channel);
  if (code) throw new InvalidError(code, {}, [{ field, code }]);
}

async function problemOf(client: WebClient, channel: string): Promise<ErrorCode | undefined> {
  let answer: unknown;
  try {
    answer = await client.conversations.info({ channel });
  } catch (error) {
    const isUnknown = error instanceof WebAPIPlatformError && error.data.error === 'channel_not_found';
    return isUnknown ? 'channel_closed' : undefined;
  }
  const read = info.safeParse(answer);
  if (!read.success) return undefined;
  const { is_archived, is_ext_shared, is_pending_ext_shared } = read.data.channel;
  if (is_archived) return 'channel_archived';
  return is_ext_shared || is_pending_ext_shared ? 'channel_shared' : undefined;
}
