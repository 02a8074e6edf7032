import { addContacts } from '../../../services/segments/add-contacts.ts';
import { redoStep } from '../../../services/segments/redo-step.ts';
import { reduceContacts } from '../../../services/segments/reduce-contacts.ts';
import { undoStep } from '../../../services/segments/undo-step.ts';
import { aThousand, type Filter, levels, territories } from '../filters.ts';
import type { Bench } from '../fixture.ts';
import { switchStep } from '../floor/step.ts';
import { type Case, size } from './types.ts';

interface Switching {
  name: string;
  did: 'undo' | 'redo';
  verb: typeof addContacts | typeof reduceContacts;
  filter: (bench: Bench) => Filter;
}

const switching = ({ name, did, verb, filter }: Switching): Case => ({
  name,
  writes: true,
  prepare: async (bench) => {
    await verb(bench.rep, { no: bench.half, criteria: filter(bench).criteria });
    if (did === 'redo') await undoStep(bench.rep, { no: bench.half });
  },
  service: async ({ rep, half }) => {
    const { added, removed } = await (did === 'undo' ? undoStep : redoStep)(rep, { no: half });
    return size(added) + size(removed);
  },
  floor: (bench) => switchStep(bench, bench.half, did),
});

const tenth = () => levels(7, 1);
const twentieth = () => territories(10, 10);
const thousand = ({ contacts }: Bench) => aThousand(contacts);

export const switchingCases: Case[] = [
  switching({ name: 'undo adding 10 %', did: 'undo', verb: addContacts, filter: tenth }),
  switching({ name: 'redo adding 10 %', did: 'redo', verb: addContacts, filter: tenth }),
  switching({ name: 'undo reducing half by 10 %', did: 'undo', verb: reduceContacts, filter: twentieth }),
  switching({ name: 'redo reducing half by 10 %', did: 'redo', verb: reduceContacts, filter: twentieth }),
  switching({ name: 'undo adding a thousand', did: 'undo', verb: addContacts, filter: thousand }),
  switching({ name: 'undo reducing by a thousand', did: 'undo', verb: reduceContacts, filter: thousand }),
];
