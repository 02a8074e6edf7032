import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../src/core/context.ts';
import type { Database } from '../../src/db/client.ts';
import { cleanUp } from '../../src/services/cleanup/clean-up.ts';
import { countCanceled } from '../../src/services/cleanup/count-canceled.ts';
import { CLEANUP_KINDS } from '../../src/services/cleanup/kinds.ts';
import { cleanupReport } from '../../src/services/cleanup/report.ts';
import { requestCleanup } from '../../src/services/cleanup/request-cleanup.ts';
import { cancelInteractions } from '../../src/services/interactions/cancel-interactions.ts';
import { cancelLoggedSegment } from '../../src/services/interactions/cancel-logged-segment.ts';
import { cleanUpNow, confirmCleanup } from '../support/cleanup.ts';
import { useDatabase } from '../support/database.ts';
import { addFive, logNow, makeApproved } from '../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../support/workspace.ts';

const OLD = '2025-03-01';
const database = useDatabase();
let number = 0;
let ours: TestWorkspace;
const anna = () => ours.as('anna');
const kinds = [...CLEANUP_KINDS];

/** A segment with all five contacts, logged on a day. @returns its entry number */
async function log(day: string): Promise<number> {
  const { no } = await makeApproved(ours);
  const { entryNo, loggedSegmentId: id } = await logNow(ours, no);
  const { sql } = database;
  await sql`update logged_segments set created_on = ${day} where workspace_id = ${ours.id} and id = ${id}`;
  await sql`update campaign_entries set date = ${day} where workspace_id = ${ours.id} and logged_segment_id = ${id}`;
  await sql`
    update interaction_log_entries set date = ${day} where workspace_id = ${ours.id} and logged_segment_id = ${id}`;
  return entryNo;
}
const canceled = async (day: string) => {
  const entryNo = await log(day);
  await cancelLoggedSegment(anna(), { entryNo, canceled: true });
  return entryNo;
};
async function idsOf(entryNo: number): Promise<number[]> {
  const rows = await database.sql<{ id: number }[]>`
    select e.id::integer from interaction_log_entries e
    join logged_segments g on g.workspace_id = e.workspace_id and g.id = e.logged_segment_id
    where e.workspace_id = ${ours.id} and g.entry_no = ${entryNo} order by e.id`;
  return rows.map(({ id }) => id);
}
/** All that is left, by day. */
async function left(table: 'logged_segments' | 'campaign_entries' | 'interaction_log_entries') {
  const day = database.sql(table === 'logged_segments' ? 'created_on' : 'date');
  const rows = await database.sql<{ day: string; n: number }[]>`
    select ${day}::text as day, count(*)::integer as n from ${database.sql(table)}
    where workspace_id = ${ours.id} group by 1 order by 1`;
  return Object.fromEntries(rows.map(({ day, n }) => [day, n]));
}

beforeAll(async () => {
  const theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(theirs);
});
beforeEach(async () => {
  number += 1;
  ours = await makeWorkspace(database.db, `T0OURS${number}`);
  await addFive(ours);
});

describe('only what is dated so', () => {
  it('is counted and deleted: each kind by its own date', async () => {
    await canceled(OLD);
    await canceled('2025-06-30');
    await canceled('2025-07-01');
    const dated = { from: '2025-03-02', to: '2025-06-30' };
    const one = { loggedSegments: 1, campaignEntries: 1, interactions: 5, tasks: 0 };
    expect(await countCanceled(anna(), { kinds, dated })).toEqual(one);
    expect(await countCanceled(anna(), { kinds, dated: { to: '2025-06-30' } })).toEqual({
      loggedSegments: 2,
      campaignEntries: 2,
      interactions: 10,
      tasks: 0,
    });
    expect(await countCanceled(anna(), { kinds: ['loggedSegments'], dated })).toEqual({
      ...one,
      campaignEntries: 0,
      interactions: 0,
    });
    const runId = await cleanUpNow(ours, { kinds, dated });
    expect(await cleanupReport(ours.job(), { runId })).toEqual({ ...one, dated });
    expect(await left('logged_segments')).toEqual({ [OLD]: 1, '2025-07-01': 1 });
    expect(await left('campaign_entries')).toEqual({ [OLD]: 1, '2025-07-01': 1 });
    expect(await left('interaction_log_entries')).toEqual({ [OLD]: 5, '2025-07-01': 5 });
  });

  it('takes all interactions of a campaign entry along, whatever their dates, and counts them once', async () => {
    const ids = await idsOf(await canceled(OLD));
    await database.sql`
      update interaction_log_entries set date = '2025-08-01' where workspace_id = ${ours.id} and id = ${ids[0] ?? 0}`;
    const wish = { kinds: ['campaignEntries', 'interactions'] as const, dated: { to: '2025-03-31' } };
    const input = { kinds: [...wish.kinds], dated: wish.dated };
    expect(await countCanceled(anna(), input)).toMatchObject({ campaignEntries: 1, interactions: 5 });
    const runId = await cleanUpNow(ours, input);
    expect(await cleanupReport(ours.job(), { runId })).toMatchObject({
      campaignEntries: 1,
      interactions: 5,
    });
    expect(await left('interaction_log_entries')).toEqual({});
  });

  it('is refused where the days end before they begin', async () => {
    const reversed = { kinds, dated: { from: '2025-07-01', to: '2025-06-30' } };
    await expect(requestCleanup(anna(), reversed)).rejects.toThrow();
    await expect(countCanceled(anna(), reversed)).rejects.toThrow();
    await expect(countCanceled(ours.as('rita'), { kinds })).rejects.toMatchObject({ code: 'admins_only' });
  });
});

class Killed extends Error {}

/** A job whose process dies when it is about to commit its transaction of that number, which then has not happened. */
function dyingIn(transaction: number): Context {
  let at = 0;
  const job = ours.job();
  const db = new Proxy(job.db, {
    get: (target, name) =>
      name !== 'transaction'
        ? Reflect.get(target, name)
        : (work: Parameters<Database['transaction']>[0]) =>
            target.transaction(async (tx) => {
              const done = await work(tx);
              at += 1;
              if (at === transaction) throw new Killed();
              return done;
            }),
  });
  return { ...job, db };
}

it('A job that is killed again and again deletes exactly what was asked, and reports all of it once.', async () => {
  for (const _ of [1, 2, 3]) await canceled(OLD);
  await canceled('2026-11-01');
  const counting = await log(OLD);
  const [first = 0, second = 0] = await idsOf(counting);
  await cancelInteractions(anna(), { entryIds: [first, second] });
  const dated = { to: '2025-12-31' };
  const asked = await countCanceled(anna(), { kinds, dated });
  expect(asked).toEqual({ loggedSegments: 3, campaignEntries: 3, interactions: 17, tasks: 0 });
  const run = await confirmCleanup(ours, { kinds, dated });
  const { runId } = run;
  const reports = () => database.sql`
    select 1 from channel_posts where workspace_id = ${ours.id} and key = ${`cleanup:${runId}`}`;

  let attempts = 0;
  for (let isDone = false; !isDone; ) {
    attempts += 1;
    isDone = await cleanUp(dyingIn(attempts), run).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        return false;
      },
    );
    expect(await reports()).toHaveLength(isDone ? 1 : 0);
  }
  expect(attempts).toBeGreaterThan(4);
  await cleanUp(ours.job(), run);
  expect(await cleanupReport(ours.job(), { runId })).toEqual({ ...asked, dated });
  expect(await reports()).toHaveLength(1);
  expect(await left('logged_segments')).toEqual({ [OLD]: 1, '2026-11-01': 1 });
  expect(await left('campaign_entries')).toEqual({ [OLD]: 1, '2026-11-01': 1 });
  expect(await left('interaction_log_entries')).toEqual({ [OLD]: 3, '2026-11-01': 5 });
});
