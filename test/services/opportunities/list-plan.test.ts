import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { isActive } from '../../../src/services/opportunities/figures.ts';
import { nextToClose } from '../../../src/services/opportunities/list.ts';
import { selectSummaries } from '../../../src/services/opportunities/select.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace } from '../../support/workspace.ts';

const database = useDatabase();

it('reads a page of the list of all from the index of the active ones, however many there are', async () => {
  const { db } = database;
  const ours = await makeWorkspace(db, 'T0OURS');
  await addFive(ours);
  await db.execute(sql`
    insert into opportunities (
      workspace_id, no, description, contact_id, salesperson_code, created_on, status, closed_on, estimated_close,
      created_by, created_at
    )
    select ${ours.id}, 'OP' || n, 'Oak', n % 5 + 1, 'RR', '2026-11-23',
      case when n % 2 = 0 then 'won' else 'in-progress' end, case when n % 2 = 0 then '2026-11-23'::date end,
      case when n % 10 > 0 then '2026-12-01'::date + n % 300 end, 101, now()
    from generate_series(1, 10000) n`);
  await db.execute(sql`vacuum analyze opportunities`);
  const page = selectSummaries(ours.as('rita'), isActive)
    .orderBy(...nextToClose)
    .limit(8);
  const plan = await db.execute(sql`explain ${page}`);
  const said = plan.map((row) => String(row['QUERY PLAN'])).join('\n');
  expect(said).toContain('using opportunities_active');
  expect(said).not.toContain('Sort');
});
