import { reduceContacts } from '../../../services/segments/reduce-contacts.ts';
import { refineContacts } from '../../../services/segments/refine-contacts.ts';
import { aThousand, type Filter, levels, territories } from '../filters.ts';
import type { Bench } from '../fixture.ts';
import { reduce, refine, wholeCompany } from '../floor/lines.ts';
import { step } from '../floor/step.ts';
import type { Statistics } from '../snapshot.ts';
import { type Case, size } from './types.ts';

interface Removing {
  name: string;
  kind: 'reduce' | 'refine';
  filter: (bench: Bench) => Filter;
  /** Left out: half. */
  from?: 'half' | 'empty';
  entireCompanies?: boolean;
  statistics?: Statistics;
  before?: (bench: Bench) => Promise<unknown>;
}

export const removing = (wanted: Removing): Case => {
  const { name, kind, filter, from = 'half', entireCompanies = false, statistics = 'fresh', before } = wanted;
  const verb = kind === 'reduce' ? reduceContacts : refineContacts;
  const byHand = kind === 'reduce' ? reduce : refine;
  return {
    name,
    writes: true,
    statistics,
    ...(before ? { before } : {}),
    service: async (bench) => {
      const { criteria } = filter(bench);
      return size(
        (await verb(bench.rep, { no: bench[from], criteria, options: { entireCompanies } })).removed,
      );
    },
    floor: (bench) => {
      const { sql } = filter(bench);
      const condition = entireCompanies ? wholeCompany(bench, sql) : sql;
      return step(bench, { no: bench[from], kind, lines: byHand(bench, condition) });
    },
  };
};

export const removingCases: Case[] = [
  removing({ name: 'reduce half by 10 %', kind: 'reduce', filter: () => territories(10, 10) }),
  removing({
    name: 'reduce half by a thousand',
    kind: 'reduce',
    filter: ({ contacts }) => aThousand(contacts),
  }),
  removing({ name: 'refine half to 30 %', kind: 'refine', filter: () => levels(0, 3) }),
  removing({
    name: 'reduce by whole companies',
    kind: 'reduce',
    filter: () => territories(10, 1),
    entireCompanies: true,
  }),
];
