import { SlackError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { BOT_USER_ID, dmOf } from '../../options.ts';
import type { Channel } from '../../protocol.ts';
import type { World } from '../../world/world.ts';
import { demandScope, type Methods, readableChannel } from '../method.ts';
import { page } from '../paging.ts';

function channelJson(world: World, channel: Channel): JsonObject {
  const common = {
    id: channel.id,
    created: 0,
    is_archived: channel.isArchived,
    is_org_shared: false,
    is_mpim: false,
    context_team_id: world.options.teamId,
    updated: 0,
  };
  if (channel.kind === 'dm') return { ...common, is_im: true, user: channel.name, is_user_deleted: false };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_private: channel.kind === 'private',
    is_general: false,
    is_shared: channel.isExtShared === true,
    is_ext_shared: channel.isExtShared === true,
    is_member: channel.botIsMember,
    creator: '',
    num_members: channel.members.length,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

const KIND_OF_TYPE: Record<string, Channel['kind']> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'dm',
};
const SCOPE_OF_TYPE: Record<string, string> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

function members(channel: Channel): string[] {
  return [...channel.members, ...(channel.botIsMember ? [BOT_USER_ID] : [])];
}

/** The conversations of the workspace, as far as the app may see them. */
export const conversationMethods: Methods = {
  'conversations.list': {
    run(world, args) {
      const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
      for (const type of types) {
        const scope = SCOPE_OF_TYPE[type];
        if (!scope) throw new SlackError('invalid_types');
        demandScope(world, scope);
      }
      const kinds = types.map((type) => KIND_OF_TYPE[type]);
      const found = [...world.channels.values()].filter(
        (channel) =>
          kinds.includes(channel.kind) &&
          (channel.kind === 'public' || channel.botIsMember) &&
          !(args.flag('exclude_archived') && channel.isArchived),
      );
      const { items, metadata } = page(found, args);
      return { channels: items.map((channel) => channelJson(world, channel)), ...metadata };
    },
  },
  'conversations.info': {
    run(world, args) {
      const channel = readableChannel(world, args.required('channel'), 'read');
      const count = args.flag('include_num_members') ? { num_members: members(channel).length } : {};
      return { channel: { ...channelJson(world, channel), ...count } };
    },
  },
  'conversations.members': {
    run(world, args) {
      const channel = readableChannel(world, args.required('channel'), 'read');
      const { items, metadata } = page(members(channel), args);
      return { members: items, ...metadata };
    },
  },
  'conversations.open': {
    run(world, args) {
      demandScope(world, 'im:write', 'mpim:write');
      const users = (args.text('users') ?? '').split(',').filter(Boolean);
      const given = args.text('channel');
      const [person] = users;
      if (!given && !person) throw new SlackError('users_list_not_supplied');
      // Group direct messages are not modelled here.
      if (users.length > 1) throw new SlackError('method_not_supported_for_channel_type');
      if (person && !world.people.has(person)) throw new SlackError('user_not_found');
      const channel = world.channels.get(given ?? dmOf(person ?? '').id);
      if (channel?.kind !== 'dm') throw new SlackError('channel_not_found');
      const short = args.flag('return_im') ? channelJson(world, channel) : { id: channel.id };
      return { no_op: true, already_open: true, channel: short };
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    run(world, args) {
      const channel = world.channels.get(args.required('channel'));
      if (!channel || (channel.kind === 'private' && !channel.botIsMember)) {
        throw new SlackError('channel_not_found');
      }
      if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
      if (channel.isArchived) throw new SlackError('is_archived');
      channel.botIsMember = true;
      world.activity.changed();
      return { channel: channelJson(world, channel) };
    },
  },
};
