import { SlackError } from '../../errors.ts';
import type { Channel } from '../../protocol.ts';
import { messageJson } from '../../surface/message-json.ts';
import type { StoredMessage } from '../../world/messages.ts';
import type { World } from '../../world/world.ts';
import type { Args } from '../args.ts';
import { type Methods, readableChannel } from '../method.ts';
import { page } from '../paging.ts';

function memberChannel(world: World, args: Args): Channel {
  const channel = readableChannel(world, args.required('channel'), 'history');
  if (!channel.botIsMember) throw new SlackError('not_in_channel');
  return channel;
}

/** Whether the message lies between `oldest` and `latest`; the ends count only with `inclusive`. */
function within({ ts }: StoredMessage, args: Args): boolean {
  const oldest = args.text('oldest') ?? '0';
  const latest = args.text('latest');
  if (args.flag('inclusive') && (ts === oldest || ts === latest)) return true;
  return Number(ts) > Number(oldest) && (latest === undefined || Number(ts) < Number(latest));
}

/** What has been said. */
export const historyMethods: Methods = {
  'conversations.history': {
    run(world, args) {
      const channel = memberChannel(world, args);
      const shown = world.messages
        .in(channel.id)
        .filter(
          (message) =>
            message.ephemeralTo === undefined &&
            (message.threadTs === undefined || message.broadcast === true) &&
            within(message, args),
        )
        .reverse();
      const { items, hasMore, metadata } = page(shown, args);
      const withMetadata = args.flag('include_all_metadata');
      return {
        messages: items.map((message) => messageJson(world, message, withMetadata)),
        has_more: hasMore,
        pin_count: 0,
        ...metadata,
      };
    },
  },
  'conversations.replies': {
    run(world, args) {
      const channel = memberChannel(world, args);
      const message = world.messages.find(channel.id, args.required('ts'));
      const parent = message?.threadTs ? world.messages.find(channel.id, message.threadTs) : message;
      if (!parent || parent.ephemeralTo) throw new SlackError('thread_not_found');
      const replies = world.messages.replies(channel.id, parent.ts).filter((reply) => within(reply, args));
      const { items, hasMore, metadata } = page([parent, ...replies], args, 1000);
      const withMetadata = args.flag('include_all_metadata');
      return {
        messages: items.map((one) => messageJson(world, one, withMetadata)),
        has_more: hasMore,
        ...metadata,
      };
    },
  },
};
