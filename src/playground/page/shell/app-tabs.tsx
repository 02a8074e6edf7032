import { usePage } from '../context.ts';

/** The app's own page has two sides: its home and the direct messages with it. */
export function AppTabs({ current }: { current: 'home' | 'messages' }) {
  const { snapshot, go } = usePage();
  const direct = snapshot.channels.find((channel) => channel.kind === 'dm');
  return (
    <div class="tabs">
      <button
        type="button"
        aria-current={current === 'home' ? 'page' : undefined}
        onClick={() => go({ place: 'home' })}
      >
        Home
      </button>
      {direct && (
        <button
          type="button"
          aria-current={current === 'messages' ? 'page' : undefined}
          onClick={() => go({ place: direct.id })}
        >
          Messages
        </button>
      )}
    </div>
  );
}
