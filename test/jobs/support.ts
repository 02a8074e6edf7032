import { pino } from 'pino';
import { expect } from 'vitest';
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

/** Waits until something is so. */
export const until = (what: string, holds: () => boolean | Promise<boolean>): Promise<void> =>
  expect.poll(holds, { message: `It never came to be: ${what}` }).toBe(true);

/** Writes a post, which queues a delivery. */
export async function writePost(workspace: TestWorkspace, channel: string, key: string): Promise<void> {
  await inTransaction(workspace.job(), (inner) =>
    post(inner, { key, channel, subject: 'segment:1', content: { kind: 'segment-csv', segmentId: 1 } }),
  );
}
