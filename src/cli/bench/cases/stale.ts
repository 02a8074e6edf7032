import { levels, territories } from '../filters.ts';
import { adding } from './adding.ts';
import { removing } from './removing.ts';
import type { Case } from './types.ts';

/** The lines were analyzed while there were none, so the database expects a segment to have a handful. */
export const staleCases: Case[] = [
  adding({
    name: 'stale: add 10 % to half',
    filter: () => territories(10, 10),
    to: 'half',
    statistics: 'stale',
  }),
  removing({
    name: 'stale: reduce half by 10 %',
    kind: 'reduce',
    filter: () => territories(10, 10),
    statistics: 'stale',
  }),
  removing({
    name: 'stale: refine half to 30 %',
    kind: 'refine',
    filter: () => levels(0, 3),
    statistics: 'stale',
  }),
  removing({
    name: 'stale: reduce by whole companies',
    kind: 'reduce',
    filter: () => territories(10, 1),
    entireCompanies: true,
    statistics: 'stale',
  }),
];
