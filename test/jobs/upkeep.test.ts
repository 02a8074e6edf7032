import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freeDeadWorkers, registerWorkers } from '../../src/jobs/dead-workers.ts';
import { maintain } from '../../src/jobs/maintenance.ts';
import type { Jobs } from '../../src/jobs/runner.ts';
import { useDatabase } from '../support/database.ts';
import { addFive, makeSegment, startRun } from '../support/loggable.ts';
import { makeWorkspace, NOON, PEOPLE, type TestWorkspace } from '../support/workspace.ts';
import { runJobs, silent, until, writePost } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let jobs: Jobs | undefined;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});
beforeEach(async () => {
  await database.sql`delete from graphile_worker._private_jobs`;
  await database.sql`delete from job_workers`;
  await database.sql`update channel_posts set posted_revision = revision`;
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
});

const locks = () =>
  database.sql<{ locked_by: string }[]>`
    select locked_by from graphile_worker.jobs where locked_by is not null`;

describe('a process killed while at work', () => {
  it('does not keep its jobs: another one takes them within seconds', async () => {
    await writePost(ours, 'C0DEAD', 'dead');
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', `${import.meta.dirname}/fixtures/hang.ts`, database.url],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await locks()).toHaveLength(1);

    const served: string[] = [];
    jobs = await runJobs(database, {
      deadWorkerInterval: 100,
      deadWorkerGrace: 50,
      deliver: async ({ channel }) => {
        served.push(channel);
        return {};
      },
    });
    await until('the job was taken over', () => served.includes('C0DEAD'));
    await until('no lock is left', async () => (await locks()).length === 0);
  });

  it('is told from one that lives', async () => {
    let release = () => {};
    let taken = false;
    let done = false;
    jobs = await runJobs(database, {
      deliver: async ({ channel }) => {
        if (channel !== 'C0ALIVE') return {};
        taken = true;
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        done = true;
        return {};
      },
    });
    await writePost(ours, 'C0ALIVE', 'alive');
    await until('the job is taken', () => taken);
    expect(await freeDeadWorkers(database.db, { log: silent, grace: 0 })).toEqual([]);
    expect(await locks()).not.toEqual([]);
    release();
    await until('it ends', () => done);
  });

  it('is known even when it died before it was noted', async () => {
    await writePost(ours, 'C0UNKNOWN', 'unknown');
    const lock = (age: string) => database.sql`
      update graphile_worker._private_jobs
      set locked_by = 'worker-nobody', locked_at = now() - ${age}::interval`;
    await lock('10 seconds');
    expect(await freeDeadWorkers(database.db, { log: silent, grace: 0 })).toEqual([]);
    await lock('2 minutes');
    expect(await freeDeadWorkers(database.db, { log: silent, grace: 0 })).toEqual(['worker-nobody']);
    expect(await locks()).toEqual([]);
  });

  it('is given a moment to come back', async () => {
    await registerWorkers(database.db, ['worker-blinked'], 'the test itself, later');
    const looking = freeDeadWorkers(database.db, { log: silent, grace: 3_000 });
    await database.sql`update job_workers set application_name = 'the test itself'`;
    expect(await looking).toEqual([]);
  });
});

describe('a database that drops all connections', () => {
  it('does not end the jobs: those at work end, new ones are taken', async () => {
    let release = () => {};
    const served: string[] = [];
    jobs = await runJobs(database, {
      deadWorkerInterval: 100,
      deadWorkerGrace: 2000,
      deliver: async ({ channel }) => {
        served.push(channel);
        if (channel === 'C0CUT' && served.length === 1)
          await new Promise<void>((resolve) => {
            release = resolve;
          });
        return {};
      },
    });
    await writePost(ours, 'C0CUT', 'cut');
    await until('the delivery runs', () => served.length === 1);
    for (let cut = 0; cut < 3; cut += 1) {
      await database.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name like 'segments-jobs-%'`;
      if (cut === 0) release();
    }
    await writePost(ours, 'C0AFTER', 'after');
    await until('a new job is taken', () => served.includes('C0AFTER'));
    await until('the queue is empty', async () => (await locks()).length === 0);
  });
});

describe('maintenance', () => {
  const tools = () => ({ db: database.db, now: () => NOON, log: silent });

  it('forgets handled requests after two days and drafts after some', async () => {
    const days = (count: number) => new Date(NOON.getTime() - count * 24 * 3600_000).toISOString();
    for (const [key, age] of [
      ['old', 2.1],
      ['young', 1.9],
    ] as const) {
      await database.sql`
        insert into handled_requests (workspace_id, key, at) values (${ours.id}, ${key}, ${days(age)})`;
      await database.sql`
        insert into drafts (workspace_id, member_id, kind, data, changed_at)
        values (${ours.id}, ${PEOPLE.rita.id}, ${key}, '{}', ${days(age)})`;
    }
    await maintain(tools());
    expect(await database.sql`select key from handled_requests where workspace_id = ${ours.id}`).toEqual([
      { key: 'young' },
    ]);
    expect(await database.sql`select kind from drafts where workspace_id = ${ours.id}`).toEqual([
      { kind: 'young' },
    ]);
  });

  it('queues no posts while Slack takes none, and all of them when it does again', async () => {
    const queued = async () => {
      const key = `deliver:${ours.id}:C0UNINSTALLED`;
      return (await database.sql`select from graphile_worker.jobs where key = ${key}`).length;
    };
    await writePost(ours, 'C0UNINSTALLED', 'uninstalled');
    await database.sql`
      delete from graphile_worker._private_jobs where key = ${`deliver:${ours.id}:C0UNINSTALLED`}`;
    await maintain({ ...tools(), mayPost: async (workspaceId) => workspaceId !== ours.id });
    expect(await queued()).toBe(0);
    await maintain({ ...tools(), mayPost: async () => true });
    expect(await queued()).toBe(1);
  });

  it('queues what is due and has no job, or one that was given up; and nothing else', async () => {
    await writePost(ours, 'C0LOST', 'lost');
    await writePost(ours, 'C0GIVENUP', 'given up');
    const runId = await startRun(ours, await makeSegment(ours.as('rita')));
    await database.sql`
      delete from graphile_worker._private_jobs where key = ${`deliver:${ours.id}:C0LOST`} or key like 'log-run:%'`;
    await database.sql`
      update graphile_worker._private_jobs set attempts = max_attempts
      where key = ${`deliver:${ours.id}:C0GIVENUP`}`;
    await writePost(ours, 'C0FINE', 'fine');
    const ids = () => database.sql<{ key: string; id: string }[]>`
      select key, id from graphile_worker.jobs where attempts < max_attempts and key is not null`;
    const before = new Map((await ids()).map((job) => [job.key, job.id]));
    await maintain(tools());
    const after = new Map((await ids()).map((job) => [job.key, job.id]));
    expect([...after.keys()].filter((key) => !before.has(key)).sort()).toEqual([
      `deliver:${ours.id}:C0GIVENUP`,
      `deliver:${ours.id}:C0LOST`,
      `log-run:${ours.id}:${runId}`,
    ]);
    expect(after.get(`deliver:${ours.id}:C0FINE`)).toBe(before.get(`deliver:${ours.id}:C0FINE`));
  });
});
