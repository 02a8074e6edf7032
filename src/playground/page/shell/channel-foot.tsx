import type { Channel } from '../../protocol.ts';
import { channelTitle, usePage } from '../context.ts';
import { post, refusal } from '../control/api.ts';
import { Composer } from './composer.tsx';

/** The composer, or why there is none. */
export function ChannelFoot({ channel }: { channel: Channel }) {
  const { snapshot, me, tell } = usePage();
  const title = channelTitle(snapshot, channel);
  const isMember = channel.kind === 'dm' || channel.members.includes(me.id);
  const invite = async (member?: string) => {
    const answer = await post('invite', { channel: channel.id, ...(member ? { member } : {}) });
    if (!answer.ok) tell(refusal(answer));
  };
  if (channel.isArchived)
    return <div class="foot-note">This channel is archived. Nobody can write here.</div>;
  if (!isMember) {
    return (
      <div class="foot-note">
        <span>You are not in #{title}.</span>
        <button type="button" class="button primary" data-testid="join" onClick={() => void invite(me.id)}>
          Join channel
        </button>
      </div>
    );
  }
  return (
    <>
      {!channel.botIsMember && channel.kind !== 'dm' && (
        <div class="foot-note">
          <span>{snapshot.app.name} is not in this channel and cannot post here.</span>
          <button type="button" class="button" data-testid="invite-app" onClick={() => void invite()}>
            Add {snapshot.app.name}
          </button>
        </div>
      )}
      <Composer
        channel={channel.id}
        placeholder={channel.kind === 'dm' ? `Message ${title}` : `Message #${title}`}
      />
    </>
  );
}
