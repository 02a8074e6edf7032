import { addContacts } from '../../../services/segments/add-contacts.ts';
import { undoStep } from '../../../services/segments/undo-step.ts';
import { aThousand, byGroups, type Filter, levels, territories } from '../filters.ts';
import type { Bench } from '../fixture.ts';
import { add, wholeCompany } from '../floor/lines.ts';
import { step } from '../floor/step.ts';
import type { Statistics } from '../snapshot.ts';
import { type Case, size } from './types.ts';

export interface Adding {
  name: string;
  filter: (bench: Bench) => Filter;
  to: 'half' | 'empty';
  expandCompanies?: boolean;
  statistics?: Statistics;
}

export const adding = ({
  name,
  filter,
  to,
  expandCompanies = false,
  statistics = 'fresh',
}: Adding): Case => ({
  name,
  writes: true,
  statistics,
  service: async (bench) => {
    const { criteria } = filter(bench);
    const did = await addContacts(bench.rep, { no: bench[to], criteria, options: { expandCompanies } });
    return size(did.added);
  },
  floor: (bench) => {
    const { sql } = filter(bench);
    const condition = expandCompanies ? wholeCompany(bench, sql) : sql;
    const lines = add(bench, condition, to === 'half' ? 'filled' : 'empty');
    return step(bench, { no: bench[to], kind: 'add', lines });
  },
});

/** A step after an undo: the lines of the step that was undone are dropped first. */
const afterUndo: Case = {
  name: 'add a thousand after undoing 10 %',
  writes: true,
  prepare: async ({ rep, half }) => {
    await addContacts(rep, { no: half, criteria: levels(7, 1).criteria });
    await undoStep(rep, { no: half });
  },
  service: async ({ rep, half, contacts }) =>
    size((await addContacts(rep, { no: half, criteria: aThousand(contacts).criteria })).added),
  floor: (bench) =>
    step(bench, {
      no: bench.half,
      kind: 'add',
      lines: (segment) => add(bench, aThousand(bench.contacts).sql, 'filled')(segment),
      before: ({ id }) => [
        `delete from segment_lines where workspace_id = ${bench.workspaceId} and segment_id = ${id} and added_step = 2
          and line_no >= (select first_line_no from segment_steps
            where workspace_id = ${bench.workspaceId} and segment_id = ${id} and no = 2)`,
        `delete from segment_steps where workspace_id = ${bench.workspaceId} and segment_id = ${id} and no = 2`,
      ],
    }),
};

export const addingCases: Case[] = [
  adding({ name: 'add 1 %', filter: () => territories(42, 1), to: 'empty' }),
  adding({ name: 'add 10 %', filter: () => levels(7, 1), to: 'empty' }),
  adding({ name: 'add 10 % to half', filter: () => territories(10, 10), to: 'half' }),
  adding({ name: 'add a thousand to half', filter: ({ contacts }) => aThousand(contacts), to: 'half' }),
  adding({ name: 'add by groups', filter: () => byGroups, to: 'half' }),
  adding({
    name: 'add whole companies',
    filter: () => territories(42, 1),
    to: 'empty',
    expandCompanies: true,
  }),
  afterUndo,
];
