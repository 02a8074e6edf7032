import { SlackError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Channel } from '../protocol.ts';
import type { World } from '../world/world.ts';
import type { Args } from './args.ts';

export interface Method {
  /** Which token the call needs; the bot's unless said otherwise. */
  token?: 'bot' | 'app' | 'none';
  /** The app needs all of these scopes. */
  scopes?: string[];
  run(world: World, args: Args): JsonObject | Promise<JsonObject>;
}

export type Methods = Record<string, Method>;

/** Throws `missing_scope` unless the app has one of the scopes. */
export function demandScope(world: World, ...oneOf: string[]): void {
  if (oneOf.some((scope) => world.manifest.scopes.has(scope))) return;
  throw new SlackError('missing_scope', {
    needed: oneOf.join(','),
    provided: [...world.manifest.scopes].join(','),
  });
}

const SCOPE_OF_KIND = { public: 'channels', private: 'groups', dm: 'im' } as const;

/** The channel of that id, readable with a scope such as `channels:read` or `groups:history`. */
export function readableChannel(world: World, id: string, verb: 'read' | 'history'): Channel {
  const channel = world.channels.get(id);
  if (!channel || (channel.kind === 'private' && !channel.botIsMember)) {
    throw new SlackError('channel_not_found');
  }
  demandScope(world, `${SCOPE_OF_KIND[channel.kind]}:${verb}`);
  return channel;
}
