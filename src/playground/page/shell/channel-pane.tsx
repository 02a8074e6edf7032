import type { Channel } from '../../protocol.ts';
import { channelTitle, usePage } from '../context.ts';
import { AppTabs } from './app-tabs.tsx';
import { ChannelFoot } from './channel-foot.tsx';
import { ChannelMenu } from './channel-menu.tsx';
import { ChannelIcon } from './icons.tsx';
import { MessageList } from './message-list.tsx';
import { Welcome } from './welcome.tsx';

export function ChannelPane({ channel }: { channel: Channel }) {
  const { snapshot, me } = usePage();
  const title = channelTitle(snapshot, channel);
  const messages = snapshot.messages.filter(
    (message) => message.channel === channel.id && (!message.threadTs || message.threadTs === message.ts),
  );
  const count = channel.members.length + (channel.botIsMember && channel.kind !== 'dm' ? 1 : 0);
  return (
    <section class="pane" aria-label={title}>
      <header class="pane-head">
        <ChannelIcon kind={channel.kind} />
        <h2>{title}</h2>
        {channel.kind === 'dm' ? (
          <AppTabs current="messages" />
        ) : (
          <>
            <span class="pane-note">{count} members</span>
            <ChannelMenu channel={channel} />
          </>
        )}
      </header>
      <MessageList key={`${me.id}/${channel.id}`} messages={messages} label={`Messages in ${title}`}>
        <Welcome channel={channel} empty={messages.length === 0} />
      </MessageList>
      <ChannelFoot channel={channel} />
    </section>
  );
}
