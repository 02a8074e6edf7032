import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { beforeAll, expect, it } from 'vitest';
import type { Context } from '../../../src/core/context.ts';
import { cleanUp } from '../../../src/services/cleanup/clean-up.ts';
import { listPostponed } from '../../../src/services/interactions/list-postponed.ts';
import { confirmCleanup } from '../../support/cleanup.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

/** Rita logged thousands, of which she put off three and canceled some, all late; and so with her tasks. */
beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
  await database.db.execute(sql`
    insert into interaction_log_entries (workspace_id, contact_id, date, description, interaction_group_code,
      interaction_template_code, information_flow, initiated_by, correspondence_type, salesperson_code, cost, duration,
      member_id, logged_at, postponed, canceled)
    select ${ours.id}, 1 + n % 5, date '2026-01-01' + n % 300, '', 'LETTER', 'BUS', '', '', '', 'RR', 0, 0,
      101, ${NOON.toISOString()}, n > 19997, n between 19950 and 19990
    from generate_series(1, 20000) n`);
  await database.db.execute(sql`
    insert into tasks (workspace_id, no, kind, description, date, salesperson_code, created_by, created_at,
      canceled, closed_on)
    select ${ours.id}, 'TD' || n, 'organizer', '', date '2026-01-01' + n % 300, 'RR', 101, ${NOON.toISOString()},
      n between 19950 and 19990, case when n between 19950 and 19990 then date '2026-11-23' end
    from generate_series(1, 20000) n`);
  await database.db.execute(sql`analyze interaction_log_entries, tasks`);
});

/** How the database carries out the queries of some work, those that read the log, with the plan of each. */
async function plansOf(
  work: (over: Pick<Context, 'db'>) => Promise<unknown>,
  which = /^\s*select[^;]*interaction_log_entries/,
): Promise<string[]> {
  const asked: { query: string; params: unknown[] }[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => asked.push({ query, params }) };
  await work({ db: drizzle({ client: database.sql, logger }) });
  const reading = asked.filter(({ query }) => which.test(query));
  return Promise.all(
    reading.map(async ({ query, params }) => {
      const rows = await database.sql.unsafe(`explain ${query}`, params as string[]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    }),
  );
}

it('finds the few that a member put off without reading all that they logged', async () => {
  const plans = await plansOf(async ({ db }) => {
    expect(await listPostponed({ ...ours.as('rita'), db }, { limit: 5 })).toMatchObject({ total: 3 });
  });
  expect(plans).toHaveLength(2);
  for (const plan of plans) expect(plan).toContain('interaction_log_entries_postponed');
});

it('finds what is canceled to clear it away without reading what counts', async () => {
  const run = await confirmCleanup(ours, { kinds: ['interactions'] });
  const plans = await plansOf(({ db }) => cleanUp({ ...ours.job(), db }, run));
  expect(plans.length).toBeGreaterThan(0);
  for (const plan of plans) expect(plan).toContain('interaction_log_entries_canceled');
});

it('finds canceled tasks to clear them away without reading what is to be done', async () => {
  const run = await confirmCleanup(ours, { kinds: ['tasks'] });
  const plans = await plansOf(({ db }) => cleanUp({ ...ours.job(), db }, run), /delete from tasks/);
  expect(plans.length).toBeGreaterThan(0);
  for (const plan of plans) expect(plan).toContain('tasks_canceled');
});
