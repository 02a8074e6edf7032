import type { Message } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { post, refusal } from '../control/api.ts';
import { MoreIcon, ReplyIcon } from './icons.tsx';
import { MenuButton } from './menu.tsx';

/** The little bar that shows when the pointer or the focus is on a message. */
export function MessageTools({ message, inThread }: { message: Message; inThread: boolean }) {
  const { snapshot, me, go, tell } = usePage();
  if (message.ephemeralTo) return null;
  const run = async (callbackId: string) => {
    const { channel, ts } = message;
    const answer = await post('shortcut', { as: me.id, callbackId, message: { channel, ts } });
    if (!answer.ok) tell(refusal(answer));
  };
  const items = snapshot.app.shortcuts
    .filter((shortcut) => shortcut.type === 'message')
    .map((shortcut) => ({
      key: shortcut.callbackId,
      label: shortcut.name,
      description: snapshot.app.name,
      choose: () => void run(shortcut.callbackId),
    }));
  return (
    <div class="message-tools" role="toolbar" aria-label="Message">
      {!inThread && (
        <button
          type="button"
          class="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          data-testid="reply"
          onClick={() => go({ thread: message.threadTs ?? message.ts })}
        >
          <ReplyIcon />
        </button>
      )}
      <MenuButton
        label="Message shortcuts"
        icon={<MoreIcon />}
        items={items}
        heading="Message shortcuts"
        empty="The app has no message shortcuts"
        testId="message-menu"
      />
    </div>
  );
}
