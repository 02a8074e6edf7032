import { once } from 'node:events';
import { and, eq, sql } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { inTransaction } from '../../src/core/context.ts';
import { deliver, post, refreshPosts } from '../../src/core/posts.ts';
import { auditLog } from '../../src/db/schema/index.ts';
import type { Jobs } from '../../src/jobs/runner.ts';
import { showRun } from '../../src/services/interactions/show-run.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { useDatabase } from '../support/database.ts';
import { addFive, CHANNEL, makeSegment, startRun } from '../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../support/workspace.ts';
import { runJobs, until, writePost } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let jobs: Jobs | undefined;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});
beforeEach(async () => {
  await database.sql`delete from graphile_worker._private_jobs`;
  // Nothing here is sent in earnest; what is due would be queued again.
  await database.sql`update channel_posts set posted_revision = revision`;
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
});

const rita = () => ours.as('rita');
const queued = () =>
  database.sql<{ key: string; run_at: Date; attempts: number }[]>`
    select key, run_at, attempts from graphile_worker.jobs order by id`;

describe('the jobs', () => {
  it('log a segment and deliver what there is to tell', async () => {
    const delivered: string[] = [];
    jobs = await runJobs(database, {
      deliver: async ({ channel }) => {
        delivered.push(channel);
        return {};
      },
    });
    const runId = await startRun(ours, await makeSegment(rita()));
    await until('the run is done', async () => (await showRun(rita(), { runId }))?.status === 'done');
    await until('the channel was served', () => delivered.includes(CHANNEL));
    expect(delivered).toContain('U0RITA');
    const [row] = await database.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.workspaceId, ours.id), eq(auditLog.action, 'segment.log')));
    expect(row).toMatchObject({ actor: 'job', memberId: null });
  });

  it('serve one channel once at a time, whatever comes in meanwhile', async () => {
    let now = 0;
    let most = 0;
    let turns = 0;
    jobs = await runJobs(database, {
      deliver: async () => {
        now += 1;
        most = Math.max(most, now);
        if (turns < 5) await writePost(ours, 'C0BUSY', `meanwhile ${turns}`);
        turns += 1;
        now -= 1;
        return {};
      },
    });
    await writePost(ours, 'C0BUSY', 'first');
    await until('all turns are over', async () => turns >= 6 && (await queued()).length === 0);
    expect(most).toBe(1);
  });

  it('go on with a channel when there is more, not before the time given', async () => {
    const at: number[] = [];
    jobs = await runJobs(database, {
      deliver: async () => {
        at.push(Date.now());
        return at.length === 1 ? { again: new Date(Date.now() + 400) } : {};
      },
    });
    await writePost(ours, 'C0AGAIN', 'again');
    await until('the second turn', () => at.length >= 2);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(395);
  });

  it('are not hurried by news in a channel that Slack wants left alone', async () => {
    const later = new Date(Date.now() + 3600_000);
    await inTransaction(ours.job(), (inner) => deliver(inner, 'C0LIMITED', later));
    await writePost(ours, 'C0LIMITED', 'impatient');
    expect(await queued()).toMatchObject([{ key: `deliver:${ours.id}:C0LIMITED` }]);
    expect(new Date((await queued())[0]?.run_at ?? 0)).toEqual(later);
  });

  it('come back to a channel when a post in it is due that waited', async () => {
    const at: number[] = [];
    jobs = await runJobs(database, {
      deliver: async () => {
        at.push(Date.now());
        if (at.length > 1) await database.sql`update channel_posts set posted_revision = revision`;
        return {};
      },
    });
    await inTransaction(ours.job({ now: () => new Date() }), async (inner) => {
      await post(inner, {
        key: 'live',
        channel: 'C0LIVE',
        subject: 'segment-card:9',
        content: { kind: 'log-progress', runId: 1 },
      });
      await inner.tx.execute(sql`update channel_posts set posted_at = now() where key = 'live'`);
      await refreshPosts(inner, 'segment-card:9', { every: 400 });
    });
    await until('the channel had its second turn', () => at.length >= 2);
    await until('the queue is empty', async () => (await queued()).length === 0);
  });

  it('are not lost when the one that waits is taken at that very moment', async () => {
    await writePost(ours, 'C0RACE', 'before');
    const worker = await database.sql.reserve();
    await worker`begin`;
    await worker`
      update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody'
      where key = ${`deliver:${ours.id}:C0RACE`}`;
    const wish = writePost(ours, 'C0RACE', 'after');
    await until('the wish waits for the worker', async () => {
      const [waits] = await database.sql<{ count: number }[]>`
        select count(*)::integer as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return (waits?.count ?? 0) > 0;
    });
    await worker`commit`;
    worker.release();
    await wish;
    const keys = (await queued()).map((one) => one.key);
    expect(keys).toEqual([null, `deliver:${ours.id}:C0RACE`]);
  });

  it('that fail are tried again', async () => {
    let turns = 0;
    jobs = await runJobs(database, {
      deliver: async () => {
        turns += 1;
        if (turns === 1) throw new Error('The store is away');
        return {};
      },
    });
    await writePost(ours, 'C0RETRY', 'retry');
    await until('the second attempt', () => turns >= 2);
    await until('the queue is empty', async () => (await queued()).length === 0);
  });

  it('give a segment back when logging failed for the last time', async () => {
    const no = await makeSegment(rita());
    const runId = await startRun(ours, no);
    await database.sql`delete from graphile_worker._private_jobs where key like 'deliver:%'`;
    await database.sql`update graphile_worker._private_jobs set max_attempts = 1`;
    await database.sql`
      create or replace function no_entries() returns trigger language plpgsql as
      $$ begin raise 'the disk is full'; end $$`;
    onTestFinished(async () => {
      await database.sql`drop trigger if exists no_entries on logged_segments`;
    });
    await database.sql`
      create trigger no_entries before insert on logged_segments for each row execute function no_entries()`;
    jobs = await runJobs(database);
    await until('the run has failed', async () => (await showRun(rita(), { runId }))?.status === 'failed');
    await database.sql`drop trigger no_entries on logged_segments`;
    expect(await showRun(rita(), { runId })).toMatchObject({
      error: { code: 'logging_failed', params: { no } },
    });
    expect((await showSegment(rita(), { no })).header.state).toBe('open');
    // What is kept of the failure holds no values of the query.
    const lastError = async () => {
      const [job] = await database.sql<{ last_error: string | null }[]>`
        select last_error from graphile_worker.jobs where task_identifier = 'log-segment'`;
      return job?.last_error ?? '';
    };
    await until('the queue has kept the failure', async () => (await lastError()) !== '');
    expect(await lastError()).toContain('the disk is full');
    expect(await lastError()).not.toContain('params');
  });

  it('tell those at work that the app stops, and wait for them', async () => {
    let told = false;
    let started = false;
    jobs = await runJobs(database, {
      deliver: async ({ channel }, signal) => {
        // What earlier tests have left to tell.
        if (channel !== 'C0STOP') return {};
        started = true;
        await once(signal, 'abort');
        told = true;
        return { again: new Date() };
      },
    });
    await writePost(ours, 'C0STOP', 'stop');
    await until('the delivery runs', () => started);
    await jobs.stop();
    jobs = undefined;
    expect(told).toBe(true);
    expect(await queued()).toMatchObject([{ key: `deliver:${ours.id}:C0STOP` }]);
    expect(await database.sql`select * from job_workers`).toEqual([]);
  });
});
