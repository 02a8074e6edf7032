import { type Latency, percentile } from './latencies.ts';
import type { Measured } from './measure.ts';
import type { Reads } from './reads.ts';

/** A Markdown table: it reads well in a terminal and can be pasted into docs/performance.md. */
export function timesTable(results: Measured[]): string {
  const rows = ordered(results).map((one) => {
    const smaller = results.findLast((other) => other.name === one.name && other.contacts < one.contacts);
    return [
      one.name,
      whole(one.contacts),
      whole(one.touched),
      milliseconds(one.serviceMs),
      milliseconds(one.floorMs),
      (one.serviceMs / one.floorMs).toFixed(2),
      smaller ? `${(one.serviceMs / smaller.serviceMs).toFixed(1)} ×` : '',
    ];
  });
  const head = ['Operation', 'of', 'touched', 'service ms', 'by hand ms', 'ratio', 'growth'];
  return table(head, rows);
}

export function readsTable(reads: Reads[]): string {
  const rows = ordered(reads).map((one) => [
    one.name,
    whole(one.contacts),
    whole(one.rows),
    whole(one.blocks),
  ]);
  return table(['Operation', 'of', 'rows read', 'blocks read'], rows);
}

export function latenciesTable(latencies: Latency[]): string {
  const rows = ordered(latencies).map((one) => [
    one.name,
    whole(one.contacts),
    whole(one.times.length),
    ...[0.5, 0.95, 0.99].map((share) => milliseconds(percentile(one.times, share))),
  ]);
  return table(['Latency', 'of', 'times', 'p50 ms', 'p95 ms', 'p99 ms'], rows);
}

/** Sizes of one operation below each other. */
function ordered<T extends { name: string; contacts: number }>(results: T[]): T[] {
  const names = [...new Set(results.map((one) => one.name))];
  return results.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name) || a.contacts - b.contacts);
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const whole = (value: number) => value.toLocaleString('en');
const milliseconds = (value: number) => (value < 10 ? value.toFixed(1) : whole(Math.round(value)));
