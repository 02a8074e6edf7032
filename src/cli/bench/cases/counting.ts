import { previewStep } from '../../../services/segments/preview-step.ts';
import { aThousand, byGroups, byText, type Filter, levels, territories } from '../filters.ts';
import type { Bench } from '../fixture.ts';
import { count, countGone, countNew, wholeCompany } from '../floor/lines.ts';
import { type Case, size } from './types.ts';

const options = {
  expandCompanies: false,
  relatedCompanies: false,
  allowExisting: false,
  ignoreExclusion: false,
};

const adding = (name: string, filter: (bench: Bench) => Filter, on: 'half' | 'empty'): Case => ({
  name,
  writes: false,
  service: async (bench) => {
    const input = { kind: 'add', criteria: filter(bench).criteria, options } as const;
    return size((await previewStep(bench.rep, { no: bench[on], input })).added);
  },
  floor: (bench) => count(bench, countNew(bench, filter(bench).sql, bench[on])),
});

const removing = (kind: 'reduce' | 'refine', filter: Filter, entireCompanies: boolean): Case => ({
  name: `preview ${kind}${entireCompanies ? ' by whole companies' : ''}`,
  writes: false,
  service: async (bench) => {
    const input = { kind, criteria: filter.criteria, options: { entireCompanies } } as const;
    return size((await previewStep(bench.rep, { no: bench.half, input })).removed);
  },
  floor: (bench) => {
    const condition = entireCompanies ? wholeCompany(bench, filter.sql) : filter.sql;
    return count(bench, countGone(bench, kind === 'refine' ? `not ${condition}` : condition, bench.half));
  },
});

/** What a modal shows while somebody chooses: nothing is written. */
export const counting: Case[] = [
  adding('count 10 %', () => levels(7, 1), 'empty'),
  adding('count a thousand', ({ contacts }) => aThousand(contacts), 'empty'),
  adding('count by groups', () => byGroups, 'empty'),
  adding('count by part of a name', () => byText, 'empty'),
  adding('preview add 10 % to half', () => territories(10, 10), 'half'),
  removing('reduce', territories(10, 10), false),
  removing('refine', levels(0, 3), false),
  removing('reduce', territories(10, 1), true),
];
