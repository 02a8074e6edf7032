import type { WebClient } from '@slack/web-api';
import type { MemberContext } from '../../core/context.ts';
import { unreadManagers } from '../../services/setup/unread-managers.ts';
import { readProfile } from '../context.ts';
import type { SlackHost } from '../host.ts';

/**
 * Asks Slack for managers who have not used the app yet, so that they are asked in their language, and guests not at
 * all. Nobody waits for it.
 */
export async function readManagers(host: SlackHost, client: WebClient, ctx: MemberContext): Promise<void> {
  const unread = await unreadManagers(ctx);
  if (unread.length > 0) void host.track(readOneByOne(host, client, unread));
}

async function readOneByOne(host: SlackHost, client: WebClient, userIds: string[]): Promise<void> {
  for (const userId of userIds) await readProfile(host, client, userId);
}
