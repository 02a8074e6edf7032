import type { TrafficEntry } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { Status } from './status.tsx';

/** The JSON opens below its row, which may be the last one in sight. */
function showDetail({ currentTarget }: { currentTarget: HTMLDetailsElement }): void {
  if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
}

export function TrafficRow({ entry }: { entry: TrafficEntry }) {
  const { snapshot, reader } = usePage();
  const toApp = entry.direction === 'to-app';
  const row = (
    <>
      <time>{new Date(entry.at).toLocaleTimeString(reader.locale, { timeZone: reader.tz })}</time>
      <span class={`way ${entry.direction}`}>
        {toApp ? `Slack → ${snapshot.app.name}` : `${snapshot.app.name} → Slack`}
      </span>
      <span class="what">{entry.what}</span>
      <Status status={entry.status} />
    </>
  );
  if (!entry.detail) {
    return (
      <div class="traffic-row" data-testid="traffic-entry">
        {row}
      </div>
    );
  }
  return (
    <details data-testid="traffic-entry" onToggle={showDetail}>
      <summary class="traffic-row">{row}</summary>
      <pre>{entry.detail}</pre>
    </details>
  );
}
