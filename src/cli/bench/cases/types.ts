import type { Bench } from '../fixture.ts';
import type { Statistics } from '../snapshot.ts';

/** One operation, through the services and by hand. Both answer with the number of contacts that it was about. */
export interface Case {
  name: string;
  /** What must have happened before; both ways start from there. */
  prepare?: (bench: Bench) => Promise<void>;
  /** True when it changes something, which is then compared and put back. */
  writes: boolean;
  /** What the services find; by hand it is always done with fresh statistics. */
  statistics?: Statistics;
  /** What happens before each run, unmeasured, with those statistics. */
  before?: (bench: Bench) => Promise<unknown>;
  service: (bench: Bench) => Promise<number>;
  floor: (bench: Bench) => Promise<number>;
}

export const size = (counts: { companies: number; people: number }): number =>
  counts.companies + counts.people;
