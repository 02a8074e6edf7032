import { beforeAll, expect, it } from 'vitest';
import { exportInteractions } from '../../../src/services/interactions/export-interactions.ts';
import type { InteractionFilter } from '../../../src/services/interactions/interaction-filter.ts';
import { listInteractions } from '../../../src/services/interactions/list-interactions.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');

/** One interaction per contact and month of 2026; the fifth contact's are Rita's, and failed. */
const write = ({ id }: TestWorkspace) => database.sql`
  insert into interaction_log_entries (workspace_id, contact_id, company_id, date, description, interaction_group_code,
    interaction_template_code, information_flow, initiated_by, correspondence_type, salesperson_code, cost, duration,
    attempt_failed, postponed, member_id, logged_at)
  select c.workspace_id, c.id, c.company_id, make_date(2026, month, 15), 'Call', 'PHONE', 'OUTGOING', 'outbound', 'us', '',
    'JO', 1, 15, c.id = 5, month = 12, case when c.id = 5 then 101 else 102 end, now()
  from contacts c, generate_series(1, 12) month where c.workspace_id = ${id}`;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [theirs, ours]) {
    await addFive(workspace);
    await write(workspace);
  }
});

const total = async (filter: InteractionFilter) => (await listInteractions(rita(), { filter })).totals.count;

it('finds whose they are, and leaves out what is postponed', async () => {
  expect(await total({ scope: { kind: 'contact', key: 'CT000003' } })).toBe(11);
  // Alpha's own and those of Bo.
  expect(await total({ scope: { kind: 'company', key: 'ct000002' } })).toBe(22);
  expect(await total({ scope: { kind: 'salesperson', key: 'JO' } })).toBe(55);
  expect(await total({ scope: { kind: 'mine', key: '' } })).toBe(11);
  expect(await total({ scope: { kind: 'mine', key: '' }, postponed: true })).toBe(1);
  expect(await total({ scope: { kind: 'campaign', key: 'CP1001' } })).toBe(0);
  await expect(total({ scope: { kind: 'contact', key: 'CT9' } })).rejects.toMatchObject({
    code: 'contact_not_found',
  });
});

it('finds when they were, and which', async () => {
  const scope = { kind: 'salesperson', key: 'JO' } as const;
  expect(await total({ scope, from: '2026-03-15', to: '2026-04-15' })).toBe(10);
  expect(await total({ scope, failed: true })).toBe(11);
  expect(await total({ scope, canceled: true })).toBe(0);
  expect(await total({ scope, evaluation: 'any' })).toBe(0);
});

it('gives each once, the latest first, a page at a time', async () => {
  const filter = { scope: { kind: 'salesperson', key: 'JO' } } as const;
  const seen: [string, number][] = [];
  for (let after: { date: string; id: number } | undefined; ; ) {
    const page = await listInteractions(rita(), { filter, limit: 7, ...(after ? { after } : {}) });
    seen.push(...page.rows.map((row): [string, number] => [row.date, row.entryId]));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen).toHaveLength(55);
  expect(new Set(seen.map(([, id]) => id)).size).toBe(55);
  expect(seen.map(([date]) => date)).toEqual(
    seen
      .map(([date]) => date)
      .sort()
      .reverse(),
  );
});

it('exports what there is, to whoever asks', async () => {
  const filter = { scope: { kind: 'mine', key: '' } } as const;
  expect(await exportInteractions(rita(), { filter, requestKey: 'one' })).toEqual({ count: 11, more: false });
  await exportInteractions(rita(), { filter, requestKey: 'one' });
  const posts = await database.sql`
    select content from channel_posts where workspace_id = ${ours.id} and channel = 'U0RITA'`;
  expect(posts).toMatchObject([
    { content: { filter: { scope: { kind: 'mine', key: '101' } }, format: 'csv' } },
  ]);
  await expect(
    exportInteractions(rita(), { filter: { scope: { kind: 'campaign', key: 'CP1001' } } }),
  ).rejects.toMatchObject({ code: 'no_interactions' });
});
