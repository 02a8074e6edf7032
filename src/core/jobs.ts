import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';

/** The background jobs and what each is given. */
export interface JobPayloads {
  'log-segment': { workspaceId: number; runId: number };
  'deliver-posts': { workspaceId: number; channel: string };
}
export type JobName = keyof JobPayloads;

export interface JobOptions {
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** A job with this key that waits is replaced: many wishes, one job. */
  key?: string;
  runAt?: Date;
  /** A waiting job with this key that was put off keeps its time, unless it failed before. */
  keepRunAt?: boolean;
  /** Left out: 25, which takes the queue some three days. */
  maxAttempts?: number;
}

/** Puts a job into the queue in the transaction of the change that needs it: it exists exactly if the change does. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${name}::text,
      ${JSON.stringify(payload)}::json,
      queue_name => ${options.queue ?? null}::text,
      run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
      max_attempts => ${options.maxAttempts ?? null}::integer,
      job_key => ${options.key ?? null}::text,
      job_key_mode => ${options.keepRunAt ? 'preserve_run_at' : 'replace'}::text
    )`);
}
