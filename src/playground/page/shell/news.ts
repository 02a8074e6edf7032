import { useEffect, useState } from 'preact/hooks';
import type { Id, TrafficEntry } from '../../protocol.ts';

const POSTS = new Set(['chat.postMessage', 'chat.postEphemeral']);

/** Whether the app has written to the person, or about the person, after the given instant. */
export function hasNews(traffic: TrafficEntry[], person: Id, since: string): boolean {
  const addressed = [
    `"channel": "${person}"`,
    `"channel": "D${person.slice(1)}"`,
    `"user": "${person}"`,
    `<@${person}>`,
  ];
  return traffic.some(
    ({ at, what, direction, detail }) =>
      direction === 'from-app' &&
      at > since &&
      POSTS.has(what.split(' ')[0] ?? '') &&
      addressed.some((mark) => detail?.includes(mark)),
  );
}

/** When each person was last looked through; those never looked through start with the page. */
export function useLastSeen(me: Id, traffic: TrafficEntry[]): (person: Id) => string {
  const [opened] = useState(() => new Date().toISOString());
  const [seen, setSeen] = useState<Record<Id, string>>({});
  const last = traffic.at(-1)?.at;
  useEffect(() => {
    if (last) setSeen((before) => ({ ...before, [me]: last }));
  }, [me, last]);
  return (person) => seen[person] ?? opened;
}
