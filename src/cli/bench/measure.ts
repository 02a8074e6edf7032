import type { Case } from './cases/types.ts';
import { readEffect } from './effect.ts';
import type { Bench } from './fixture.ts';

export interface Measured {
  name: string;
  /** Contacts in the workspace. */
  contacts: number;
  /** Contacts that the operation counted, changed or showed. */
  touched: number;
  /** Medians in milliseconds. */
  serviceMs: number;
  floorMs: number;
}

type Side = 'service' | 'floor';
const PREPARED = 'prepared';

/**
 * Runs a case through the services and by hand, taking turns so that whatever else the machine does hits both, and
 * puts everything back before each run.
 * @throws Error when the two do not have the same effect, or none at all
 */
export async function measure(bench: Bench, one: Case, runs: number): Promise<Measured> {
  const start = one.prepare ? PREPARED : 'base';
  if (one.prepare) {
    await bench.snapshot.putBack('base');
    await one.prepare(bench);
    await bench.snapshot.keep(PREPARED);
  }
  if (!one.writes) {
    await bench.snapshot.putBack(start);
    await one.service(bench);
    await one.floor(bench);
  }
  const times = { service: [] as number[], floor: [] as number[] };
  let touched = 0;
  for (let run = 0; run < runs; run += 1) {
    const sides: Side[] = run % 2 === 0 ? ['service', 'floor'] : ['floor', 'service'];
    const outcomes = new Map<Side, string>();
    for (const side of sides) {
      const statistics = side === 'service' ? one.statistics : 'fresh';
      if (one.writes) await bench.snapshot.putBack(start, statistics);
      if (one.before) {
        await one.before(bench);
        if (side === 'floor') await bench.sql`analyze segment_lines`;
      }
      const began = performance.now();
      touched = await one[side](bench);
      times[side].push(performance.now() - began);
      // The effect is the same each time: looking at it once is enough.
      const effect = one.writes && run === 0 ? await readEffect(bench.sql) : '';
      outcomes.set(side, `${touched} contacts ${effect}`);
    }
    requireSame(one.name, outcomes);
  }
  if (touched === 0) throw new Error(`“${one.name}” found nobody to do it with.`);
  const medians = { serviceMs: median(times.service), floorMs: median(times.floor) };
  return { name: one.name, contacts: bench.contacts, touched, ...medians };
}

function requireSame(name: string, outcomes: Map<Side, string>): void {
  const service = outcomes.get('service');
  const floor = outcomes.get('floor');
  if (service === floor) return;
  throw new Error(`“${name}” does not do the same by hand:\nservice ${service}\nby hand ${floor}`);
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
