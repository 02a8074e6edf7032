import type { JsonObject } from '../json.ts';
import { APP_ID, BOT_ID } from '../options.ts';
import type { Message } from '../protocol.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { fileJson } from './file-json.ts';

function threadFields(world: World, message: StoredMessage): JsonObject {
  if (message.threadTs) return { thread_ts: message.threadTs };
  const replies = world.messages.replies(message.channel, message.ts);
  const last = replies.at(-1);
  if (!last) return {};
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: last.ts,
  };
}

/** The message as the Web API and the payloads of interactions give it. */
export function messageJson(world: World, message: StoredMessage, withMetadata = true): JsonObject {
  const files = message.fileIds.flatMap((id) => world.files.get(id) ?? []);
  const subtype = message.tombstone ? 'tombstone' : message.broadcast ? 'thread_broadcast' : undefined;
  return {
    type: 'message',
    ...(subtype === undefined ? {} : { subtype }),
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: world.options.teamId,
    ...(message.fromApp ? { bot_id: BOT_ID, app_id: APP_ID } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(files.length > 0 ? { files: files.map((file) => fileJson(world, file)) } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    ...threadFields(world, message),
  };
}

/** The message as the page shows it. */
export function messageInfo(world: World, message: StoredMessage): Message {
  return {
    channel: message.channel,
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    replyCount: message.threadTs ? 0 : world.messages.replies(message.channel, message.ts).length,
    user: message.user,
    fromApp: message.fromApp,
    text: message.text,
    blocks: message.blocks,
    files: message.fileIds.flatMap((id) => world.files.get(id) ?? []).map((file) => world.files.info(file)),
    edited: message.editedTs !== undefined,
    ...(message.ephemeralTo === undefined ? {} : { ephemeralTo: message.ephemeralTo }),
    ...(message.reply === undefined ? {} : { reply: message.reply }),
  };
}
