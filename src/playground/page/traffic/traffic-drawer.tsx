import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrafficEntry } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { ChevronIcon } from '../shell/icons.tsx';
import { FaultMenu } from './fault-menu.tsx';
import { Status } from './status.tsx';
import { TrafficRow } from './traffic-row.tsx';

/** What went between Slack and the app: closed it is one line, open a list with the JSON behind each row. */
export function TrafficDrawer() {
  const { traffic } = usePage().snapshot;
  const [open, setOpen] = useState(false);
  const last = traffic.at(-1);
  return (
    <section class={open ? 'traffic open' : 'traffic'} aria-label="Traffic" data-testid="traffic">
      <div class="traffic-head">
        <button
          type="button"
          class="traffic-toggle"
          aria-expanded={open}
          data-testid="traffic-toggle"
          onClick={() => setOpen(!open)}
        >
          <ChevronIcon />
          <strong>Traffic</strong>
          {last && !open && (
            <span class="traffic-last">
              {last.what} <Status status={last.status} />
            </span>
          )}
        </button>
        {open && <FaultMenu />}
      </div>
      {open && <TrafficList entries={traffic} />}
    </section>
  );
}

function TrafficList({ entries }: { entries: TrafficEntry[] }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [entries.length]);
  return (
    <div ref={list} class="traffic-list">
      {entries.length === 0 && <p class="traffic-empty">Nothing yet. Type a command or press a button.</p>}
      {entries.map((entry) => (
        <TrafficRow key={`${entry.at}/${entry.direction}/${entry.what}`} entry={entry} />
      ))}
    </div>
  );
}
