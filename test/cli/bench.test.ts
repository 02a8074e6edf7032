import { beforeAll, describe, expect, inject, it } from 'vitest';
import { addingCases } from '../../src/cli/bench/cases/adding.ts';
import { cases } from '../../src/cli/bench/cases/index.ts';
import { territories } from '../../src/cli/bench/filters.ts';
import { type Bench, makeBench } from '../../src/cli/bench/fixture.ts';
import { generate } from '../../src/cli/bench/generate.ts';
import { measureImport } from '../../src/cli/bench/importing.ts';
import { measure } from '../../src/cli/bench/measure.ts';
import { readOptions } from '../../src/cli/bench/options.ts';
import { latenciesTable, readsTable, timesTable } from '../../src/cli/bench/report.ts';
import { runBench } from '../../src/cli/bench/run.ts';
import { addContacts } from '../../src/services/segments/add-contacts.ts';
import { registerWorkspace } from '../../src/services/setup/register-workspace.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

describe('the bench', () => {
  it('measures every operation, each with the same effect by hand', async () => {
    const { url } = inject('testServer');
    const server = { url, stop: async () => {} };
    const { measured, reads, latencies } = await runBench(server, { sizes: [500], runs: 1 }, () => {});
    expect(measured.map((one) => one.name)).toEqual([...cases.map((one) => one.name), 'import a CSV file']);
    for (const one of measured) expect(one, one.name).toMatchObject({ contacts: 500 });
    expect(measured.filter((one) => one.touched === 0)).toEqual([]);
    expect(timesTable(measured).split('\n')).toHaveLength(cases.length + 3);
    expect(readsTable(reads)).toMatch(/open the card of half \| 500 \|/);
    expect(latencies.map((one) => [one.name, one.times.length])).toEqual([
      ['search after 1 letter', expect.any(Number)],
      ['search after 2 letters', expect.any(Number)],
      ['search after 3 letters', expect.any(Number)],
      ['search after 8 letters', expect.any(Number)],
      ['acknowledge while 10 % are logged', 200],
    ]);
    expect(latenciesTable(latencies).split('\n')).toHaveLength(7);
    const left =
      await database.sql`select from pg_database where datname like ${`segments_bench_${process.pid}_%`}`;
    expect(left).toHaveLength(0);
  }, 600_000);
});

describe('measuring', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await makeBench(database, 300);
  });

  it('puts the data back between runs', async () => {
    const [first] = addingCases;
    if (!first) throw new Error('There is no case.');
    const lines = () => database.sql`select count(*) from segment_lines`;
    const before = await lines();
    expect((await measure(bench, first, 3)).touched).toBe(3);
    await bench.snapshot.putBack('base');
    expect(await lines()).toEqual(before);
  });

  it('refuses an import that does not write all contacts', async () => {
    await expect(measureImport({ ...bench, contacts: 301 }, 1)).rejects.toThrow(
      '300 of 301 contacts were imported',
    );
  });

  it.each([
    ['other contacts', territories(1, 1)],
    ['nobody', territories(100, 1)],
  ])('refuses to compare what adds %s by hand', async (_what, filter) => {
    const add = async (criteria: typeof filter.criteria) => {
      await addContacts(bench.rep, { no: bench.empty, criteria });
      return 1;
    };
    const different = {
      name: 'different',
      writes: true,
      service: () => add(territories(0, 1).criteria),
      floor: () => add(filter.criteria),
    };
    await expect(measure(bench, different, 1)).rejects.toThrow('“different” does not do the same by hand');
  });
});

describe('the contacts that it makes', () => {
  const figures = (workspaceId: number) => database.sql<Record<string, string | number>[]>`
    select count(*)::int as contacts, count(*) filter (where type = 'company')::int as companies,
      count(*) filter (where territory_code = 'T42')::int as in_territory,
      (select max(size)::int from (select count(*) as size from contacts
        where workspace_id = ${workspaceId} and type = 'person' group by company_id) sizes) as largest,
      (select count(*)::float / 400 from contact_industry_groups where workspace_id = ${workspaceId}) as industries,
      (select count(*)::float / 2000 from contact_mailing_groups where workspace_id = ${workspaceId}) as mailings,
      md5(string_agg(concat_ws('|', c.no, c.name, c.email, c.company_id, c.country_code, c.salesperson_code), ' '
        order by id)) as content
    from contacts c where workspace_id = ${workspaceId}`;

  it('are the same ones every time, as skewed as in life', async () => {
    const made: unknown[] = [];
    for (const teamId of ['T0FIRST', 'T0SECOND']) {
      const workspaceId = await registerWorkspace(database.db, { teamId });
      await generate(database.sql, workspaceId, 2000);
      made.push((await figures(workspaceId))[0]);
    }
    expect(made[0]).toEqual(made[1]);
    const found = made[0] as Record<string, number>;
    expect(found).toMatchObject({ contacts: 2000, companies: 400, in_territory: 20 });
    expect(found.largest).toBeGreaterThan(100);
    expect(found.industries).toBeCloseTo(2, 0);
    expect(found.mailings).toBeCloseTo(1, 0);
  });
});

describe('its options', () => {
  it('have defaults', () => {
    expect(readOptions([])).toEqual({ sizes: [10_000, 100_000, 1_000_000], runs: 5 });
    expect(readOptions(['--sizes', '500', '--only', 'undo'])).toEqual({
      sizes: [500],
      runs: 5,
      only: 'undo',
    });
    expect(readOptions(['--help'])).toBeUndefined();
  });

  it.each([
    [['--sizes', 'many'], '--sizes should be whole numbers from 200'],
    [['--sizes', '10'], '--sizes should be whole numbers from 200'],
    [['--runs', '0'], '--runs should be a whole number from 1'],
    [['--fast'], "Unknown option '--fast'"],
    [['--data-dir', 'x', '--database-url', 'postgres://y'], 'not both'],
  ])('%j is answered with what should be given', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
