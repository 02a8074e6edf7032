import { addContacts } from '../../../services/segments/add-contacts.ts';
import { levels, territories } from '../filters.ts';
import type { Bench } from '../fixture.ts';
import { adding } from './adding.ts';
import { removing } from './removing.ts';
import type { Case } from './types.ts';

const fill = ({ rep, empty }: Bench) => addContacts(rep, { no: empty, criteria: levels(0, 5).criteria });

const justAdded = { from: 'empty', statistics: 'stale', before: fill } as const;

/**
 * The lines were analyzed while there were none, so the database expects every segment to have a handful; then half of
 * the contacts come onto a segment in one step and the next step follows at once.
 */
export const staleCases: Case[] = [
  adding({
    name: 'stale: add 10 % to half',
    filter: () => territories(10, 10),
    to: 'half',
    statistics: 'stale',
  }),
  removing({
    ...justAdded,
    name: 'stale: add half, reduce by 10 %',
    kind: 'reduce',
    filter: () => territories(10, 10),
  }),
  removing({
    ...justAdded,
    name: 'stale: add half, refine to 30 %',
    kind: 'refine',
    filter: () => levels(0, 3),
  }),
  removing({
    ...justAdded,
    name: 'stale: add half, reduce by companies',
    kind: 'reduce',
    filter: () => territories(10, 1),
    entireCompanies: true,
  }),
];
