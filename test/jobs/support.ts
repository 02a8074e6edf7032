import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { inTransaction } from '../../src/core/context.ts';
import { post } from '../../src/core/posts.ts';
import { type Jobs, type JobsOptions, startJobs } from '../../src/jobs/runner.ts';
import type { TestDatabase } from '../support/database.ts';
import type { TestWorkspace } from '../support/workspace.ts';

export const silent = pino({ level: 'silent' });

/** Jobs as the app runs them, with a clock that goes and short waits. */
export const runJobs = (database: TestDatabase, over: Partial<JobsOptions> = {}): Promise<Jobs> =>
  startJobs({
    url: database.url,
    db: database.db,
    now: () => new Date(),
    log: silent,
    pollInterval: 50,
    deliver: async () => ({}),
    ...over,
  });

/** Waits until something is so, for ten seconds at most. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (await holds()) return;
    await sleep(25);
  }
  throw new Error(`It never came to be: ${what}`);
}

/** Writes a post, which queues a delivery. */
export async function writePost(workspace: TestWorkspace, channel: string, key: string): Promise<void> {
  await inTransaction(workspace.job(), (inner) =>
    post(inner, { key, channel, subject: 'segment:1', content: { kind: 'segment-csv', segmentId: 1 } }),
  );
}
