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
      job_key => ${options.key ?? null}::text
    )`);
}
