import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../protocol.ts';
import { loadSnapshot } from './api.ts';

export interface Live {
  /** Whose snapshot it is: for a moment still the one before. */
  as: string;
  snapshot: Snapshot | undefined;
  connected: boolean;
  /** The playground knows nobody of that id. */
  stranger: boolean;
}

/** Follows what one person sees: an event says that something changed, then the state is read again. */
export function useLive(as: string): Live {
  const [live, setLive] = useState<Live>({
    as,
    snapshot: undefined,
    connected: true,
    stranger: false,
  });
  useEffect(() => follow(as, (change) => setLive((before) => ({ ...before, ...change }))), [as]);
  return live;
}

function follow(as: string, tell: (change: Partial<Live>) => void): () => void {
  let stopped = false;
  let loading = false;
  let stale = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    stale = true;
    if (loading) return;
    loading = true;
    try {
      while (stale && !stopped) {
        stale = false;
        const snapshot = await loadSnapshot(as);
        if (!stopped) tell({ as, snapshot, connected: true, stranger: snapshot === undefined });
      }
    } catch {
      if (!stopped) {
        tell({ connected: false });
        clearTimeout(retry);
        retry = setTimeout(() => void refresh(), 1500);
      }
    } finally {
      loading = false;
    }
  }

  const events = new EventSource(`/control/events?as=${encodeURIComponent(as)}`);
  events.onopen = () => void refresh();
  events.onmessage = () => void refresh();
  events.addEventListener('revision', () => void refresh());
  void refresh();
  return () => {
    stopped = true;
    clearTimeout(retry);
    events.close();
  };
}
