import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../protocol.ts';

const KEY = 'playground.read';

/** What each person has read, as `person/channel` → ts of the last message seen. It lives with the tab. */
export function useRead(snapshot: Snapshot | undefined, person: string, place: string) {
  const [read, setRead] = useState<Record<string, string>>(load);
  const key = `${person}/${place}`;
  const last = snapshot?.messages.findLast((message) => message.channel === place)?.ts;
  useEffect(() => {
    if (!last || read[key] === last) return;
    const next = { ...read, [key]: last };
    sessionStorage.setItem(KEY, JSON.stringify(next));
    setRead(next);
  }, [key, last]);
  const mine = Object.entries(read).filter(([at]) => at.startsWith(`${person}/`));
  return Object.fromEntries(mine.map(([at, ts]) => [at.slice(person.length + 1), ts]));
}

export function unreadIn(snapshot: Snapshot, channel: string, read: Record<string, string>): number {
  const since = Number(read[channel] ?? 0);
  return snapshot.messages.filter(
    (message) => message.channel === channel && Number(message.ts) > since && message.threadTs === undefined,
  ).length;
}

function load(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}
