import { channelById, channelTitle, usePage } from '../context.ts';
import { Composer } from './composer.tsx';
import { CloseIcon } from './icons.tsx';
import { MessageList } from './message-list.tsx';

export function ThreadPane({ channel: channelId, ts }: { channel: string; ts: string }) {
  const { snapshot, me, go } = usePage();
  const channel = channelById(snapshot, channelId);
  const messages = snapshot.messages.filter(
    (message) => message.channel === channelId && (message.ts === ts || message.threadTs === ts),
  );
  if (!channel) return null;
  const canWrite = !channel.isArchived && (channel.kind === 'dm' || channel.members.includes(me.id));
  return (
    <aside class="thread" aria-label="Thread" data-testid="thread">
      <header class="pane-head">
        <h2>Thread</h2>
        <span class="pane-note">{channelTitle(snapshot, channel)}</span>
        <button
          type="button"
          class="icon-button"
          aria-label="Close thread"
          data-testid="thread-close"
          onClick={() => go({})}
        >
          <CloseIcon />
        </button>
      </header>
      <MessageList key={`${me.id}/${ts}`} messages={messages} label="Messages in the thread" inThread />
      {canWrite && <Composer channel={channelId} threadTs={ts} placeholder="Reply…" />}
    </aside>
  );
}
