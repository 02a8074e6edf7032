import { SlackError } from '../errors.ts';
import { dmOf } from '../options.ts';
import type { Channel } from '../protocol.ts';
import type { World } from '../world/world.ts';

/** The channel that the app names; only `chat.postMessage` and its kin take a person's id for the DM. */
export function channelOf(world: World, id: string, people: boolean): Channel {
  const channel = world.channels.get(people && world.people.has(id) ? dmOf(id).id : id);
  if (!channel) throw new SlackError('channel_not_found');
  return channel;
}

/** The channel if the app may post there now. */
export function postTarget(world: World, id: string, people = true): Channel {
  const channel = channelOf(world, id, people);
  if (channel.isArchived) throw new SlackError('is_archived');
  const open = channel.kind === 'public' && world.manifest.scopes.has('chat:write.public');
  if (!channel.botIsMember && !open) throw new SlackError('not_in_channel');
  return channel;
}

/** The thread to reply to: replies hang on the parent, even if a reply was named. */
export function threadOf(world: World, channel: string, threadTs: string | undefined): string | undefined {
  if (threadTs === undefined) return undefined;
  const message = world.messages.find(channel, threadTs);
  if (!message || message.ephemeralTo) throw new SlackError('thread_not_found');
  return message.threadTs ?? message.ts;
}
