import type { Channel } from '../../protocol.ts';
import { channelTitle, usePage } from '../context.ts';
import { ChannelIcon, HomeIcon } from './icons.tsx';
import { People } from './people.tsx';
import { unreadIn } from './unread.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

export function Sidebar({ read }: { read: Record<string, string> }) {
  const { snapshot, route, go } = usePage();
  const channels = snapshot.channels.filter((channel) => channel.kind !== 'dm');
  const directs = snapshot.channels.filter((channel) => channel.kind === 'dm');
  const entry = (channel: Channel) => (
    <ChannelEntry
      key={channel.id}
      channel={channel}
      unread={route.place === channel.id ? 0 : unreadIn(snapshot, channel.id, read)}
    />
  );
  return (
    <nav class="sidebar" aria-label="Workspace">
      <header>
        <h1>{snapshot.team.name}</h1>
        <WorkspaceMenu />
      </header>
      <People />
      <h2 id="channels-heading">Channels</h2>
      <ul aria-labelledby="channels-heading">{channels.map(entry)}</ul>
      <h2 id="apps-heading">Apps</h2>
      <ul aria-labelledby="apps-heading">
        <li>
          <button
            type="button"
            class="entry"
            data-testid="home"
            aria-current={route.place === 'home' ? 'page' : undefined}
            onClick={() => go({ place: 'home' })}
          >
            <HomeIcon />
            <span>{snapshot.app.name} home</span>
          </button>
        </li>
        {directs.map(entry)}
      </ul>
    </nav>
  );
}

function ChannelEntry({ channel, unread }: { channel: Channel; unread: number }) {
  const { snapshot, route, go } = usePage();
  return (
    <li>
      <button
        type="button"
        class={['entry', unread > 0 ? 'unread' : '', channel.isArchived ? 'archived' : ''].join(' ')}
        data-testid={`channel-${channel.id}`}
        aria-current={route.place === channel.id ? 'page' : undefined}
        onClick={() => go({ place: channel.id })}
      >
        <ChannelIcon kind={channel.kind} />
        <span>{channelTitle(snapshot, channel)}</span>
        {unread > 0 && (
          <span class="badge">
            {unread}
            <span class="visually-hidden"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}
