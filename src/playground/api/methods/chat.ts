import { SlackError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { BOT_USER_ID } from '../../options.ts';
import { messageJson } from '../../surface/message-json.ts';
import { addMessage, checkMessage, contentOf } from '../../surface/say-message.ts';
import type { StoredMessage } from '../../world/messages.ts';
import type { World } from '../../world/world.ts';
import type { Args } from '../args.ts';
import { demandScope, type Methods } from '../method.ts';
import { channelOf, postTarget, threadOf } from '../post-target.ts';

/** The message part of the arguments, checked against all limits. */
function messageArgs(args: Args, options: { update?: boolean } = {}): JsonObject {
  const payload: JsonObject = {};
  for (const name of ['text', 'markdown_text']) if (args.has(name)) payload[name] = args.text(name) ?? '';
  for (const name of ['blocks', 'attachments']) {
    if (args.has(name)) payload[name] = args.json(name, `invalid_${name}_format`);
  }
  checkMessage(payload, options);
  return payload;
}

function metadataOf(args: Args): { metadata?: JsonObject } {
  const metadata = args.object('metadata', 'invalid_metadata_format');
  if (!metadata || Object.keys(metadata).length === 0) return {};
  if (typeof metadata.event_type !== 'string' || typeof metadata.event_payload !== 'object') {
    throw new SlackError('invalid_metadata_format');
  }
  return { metadata };
}

function customized(world: World, args: Args): void {
  const names = ['username', 'icon_emoji', 'icon_url'];
  if (names.some((name) => args.has(name))) demandScope(world, 'chat:write.customize');
}

function post(world: World, args: Args): JsonObject {
  customized(world, args);
  const channel = postTarget(world, args.required('channel'));
  const payload = messageArgs(args);
  const threadTs = threadOf(world, channel.id, args.text('thread_ts'));
  const message = addMessage(world, {
    channel: channel.id,
    user: BOT_USER_ID,
    ...contentOf(payload),
    ...metadataOf(args),
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(threadTs !== undefined && args.flag('reply_broadcast') ? { broadcast: true } : {}),
  });
  return { channel: channel.id, ts: message.ts, message: messageJson(world, message) };
}

function postEphemeral(world: World, args: Args): JsonObject {
  customized(world, args);
  const channel = postTarget(world, args.required('channel'));
  const person = args.required('user');
  if (!channel.members.includes(person)) throw new SlackError('user_not_in_channel');
  const payload = messageArgs(args);
  const threadTs = threadOf(world, channel.id, args.text('thread_ts'));
  const message = addMessage(world, {
    channel: channel.id,
    user: BOT_USER_ID,
    ...contentOf(payload),
    ephemeralTo: person,
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  return { message_ts: message.ts };
}

/** A message of the app's own that it may change. */
function ownMessage(world: World, args: Args, notOwn: string): StoredMessage {
  const channel = channelOf(world, args.required('channel'), false);
  if (channel.isArchived) throw new SlackError('is_archived');
  const message = world.messages.find(channel.id, args.required('ts'));
  if (!message || message.ephemeralTo || message.tombstone) throw new SlackError('message_not_found');
  if (!message.fromApp) throw new SlackError(notOwn);
  return message;
}

function update(world: World, args: Args): JsonObject {
  const message = ownMessage(world, args, 'cant_update_message');
  const content = contentOf(messageArgs(args, { update: true }));
  const isRich = ({ blocks }: { blocks: JsonObject[] }) => blocks.some(({ type }) => type === 'rich_text');
  if (isRich(message) && content.blocks.length > 0 && !isRich(content))
    throw new SlackError('block_mismatch');
  const { metadata } = metadataOf(args);
  if (args.has('metadata')) delete message.metadata;
  delete message.attachments;
  delete message.editedTs;
  Object.assign(message, content, metadata ? { metadata } : {});
  // docs.slack.dev: chat.update, messages with blocks get no "edited" mark
  if (content.blocks.length === 0) message.editedTs = world.messages.nextTs();
  world.activity.changed();
  return {
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: messageJson(world, message),
  };
}

/** Messages of the app. */
export const chatMethods: Methods = {
  'chat.postMessage': { scopes: ['chat:write'], run: post },
  'chat.postEphemeral': { scopes: ['chat:write'], run: postEphemeral },
  'chat.update': { scopes: ['chat:write'], run: update },
  'chat.delete': {
    scopes: ['chat:write'],
    run(world, args) {
      const message = ownMessage(world, args, 'cant_delete_message');
      world.messages.remove(message);
      world.activity.changed();
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    run(world, args) {
      const channel = channelOf(world, args.required('channel'), false);
      const ts = args.required('message_ts');
      const message = world.messages.find(channel.id, ts);
      if (!message || message.ephemeralTo) throw new SlackError('message_not_found');
      const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
      const link = `https://${world.teamDomain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}${thread}`;
      return { channel: channel.id, permalink: link };
    },
  },
};
