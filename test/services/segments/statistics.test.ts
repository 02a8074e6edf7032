import { beforeAll, expect, it } from 'vitest';
import { generate } from '../../../src/cli/bench/generate.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await generate(database.sql, ours.id, 11_000);
  await database.sql`alter table segment_lines set (autovacuum_enabled = false)`;
  await database.sql`analyze segment_lines`;
});

/** How many lines the database thinks the segment of that number has. */
async function estimate(no: string): Promise<number> {
  const [segment] =
    await database.sql`select id from segments where workspace_id = ${ours.id} and no = ${no}`;
  const [plan] = await database.sql.unsafe(
    `explain (format json) select from segment_lines where workspace_id = ${ours.id} and segment_id = ${segment?.id}`,
  );
  return plan?.['QUERY PLAN'][0].Plan['Plan Rows'];
}

it('a large addition tells the database how many lines there are now, a small one does not', async () => {
  const { no } = await createSegment(ours.as('rita'), {});
  const few = await add(ours.as('rita'), { no, criteria: criteria('territory:T01') });
  expect(few.added.companies + few.added.people).toBeGreaterThan(50);
  expect(await estimate(no)).toBeLessThan(50);
  const many = await add(ours.as('rita'), { no, criteria: criteria('') });
  expect(many.now.companies + many.now.people).toBeGreaterThan(10_000);
  expect(await estimate(no)).toBeGreaterThan(9_000);
});

it('does not wait for somebody who vacuums or counts the lines', async () => {
  const { no } = await createSegment(ours.as('rita'), {});
  await database.sql.begin(async (other) => {
    await other`lock table segment_lines in share update exclusive mode`;
    await add(ours.as('rita'), { no, criteria: criteria('') });
  });
});
