import { pino } from 'pino';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Jobs } from '../../src/jobs/runner.ts';
import { useDatabase } from '../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../support/workspace.ts';
import { runJobs, until, writePost } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let jobs: Jobs | undefined;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
});
afterEach(async () => {
  await database.sql`drop trigger if exists refuse on graphile_worker._private_jobs`;
  await jobs?.stop();
  jobs = undefined;
});

/** Ends of jobs cannot be noted until this is taken back. */
async function refuseEnds(): Promise<() => Promise<unknown>> {
  await database.sql.unsafe(`
    create or replace function refuse() returns trigger language plpgsql as $$
      begin raise exception 'refused'; end $$;
    create trigger refuse before delete on graphile_worker._private_jobs
      for each statement execute function refuse()`);
  return () => database.sql`drop trigger refuse on graphile_worker._private_jobs`;
}

/** Whether the channel's delivery is done and noted. */
const noted = async (channel: string) =>
  (await database.sql`select 1 from graphile_worker.jobs where key like ${`%:${channel}`}`).length === 0;

// Its shutting down waits for ever then, when the last of those at work fails.
it('The end of a job that cannot be noted while others are at work does not end the jobs for good.', async () => {
  const lines: string[] = [];
  const release = new Map<string, () => void>();
  const served: string[] = [];
  jobs = await runJobs(database, {
    log: pino({ level: 'debug' }, { write: (line) => void lines.push(line) }),
    shutdownLimit: 300,
    deadWorkerInterval: 100,
    deadWorkerGrace: 100,
    deliver: async ({ channel }) => {
      served.push(channel);
      if (served.length <= 3) await new Promise<void>((resolve) => release.set(channel, resolve));
      if (channel === 'C0FAILS' && served.length === 3) throw new Error('on purpose');
      return {};
    },
  });
  for (const channel of ['C0FIRST', 'C0SECOND', 'C0FAILS']) await writePost(ours, channel, channel);
  await until('all are at work', () => release.size === 3);
  const allow = await refuseEnds();
  release.get('C0FIRST')?.();
  await until('the first could not be noted', () => lines.join().includes('Failed to complete jobs'));
  await allow();
  release.get('C0SECOND')?.();
  await until('the second is noted', () => noted('C0SECOND'));
  release.get('C0FAILS')?.();
  await until('the last has failed', () => lines.join().includes('on purpose'));
  await writePost(ours, 'C0AFTER', 'after');
  await until('a new job is taken', () => served.includes('C0AFTER'));
  await until('the first is done again', () => noted('C0FIRST'));
  expect(lines.join()).toContain('The queue ended by itself and is started again');
});
