import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';

/** The background jobs and what each is given. */
export interface JobPayloads {
  'log-segment': { workspaceId: number; runId: number };
  'send-attachments': { workspaceId: number; loggedSegmentId: number; memberId: number; round: string };
  'propose-follow-up': { workspaceId: number; proposalId: number };
  'clean-up': {
    workspaceId: number;
    runId: string;
    slackUserId: string;
    memberId: number;
  };
  'deliver-posts': { workspaceId: number; channel: string };
  'deliver-later': { workspaceId: number; channel: string };
}
export type JobName = keyof JobPayloads;

export interface JobOptions {
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** A job with this key that waits is replaced: many wishes, one job. */
  key?: string;
  runAt?: Date;
  /** Instead of `runAt`: milliseconds from now. */
  delay?: number;
  /** A waiting job with this key that was put off keeps its time, unless it failed before. */
  keepRunAt?: boolean;
  /** Left out: 25, which takes the queue some three days. */
  maxAttempts?: number;
}

/**
 * Puts a job into the queue in the transaction of the change that needs it: it exists exactly if the change does. The
 * queue drops a wish that comes at the very moment when a worker takes the waiting job of that key; asked again, it
 * makes a new one.
 */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
): Promise<void> {
  const { delay, runAt } = options;
  const at =
    delay === undefined
      ? sql`${runAt?.toISOString() ?? null}::timestamptz`
      : sql`clock_timestamp() + ${delay} * interval '1 millisecond'`;
  const add = sql`
    select id from graphile_worker.add_job(
      ${name}::text,
      ${JSON.stringify(payload)}::json,
      queue_name => ${options.queue ?? null}::text,
      run_at => ${at},
      max_attempts => ${options.maxAttempts ?? null}::integer,
      job_key => ${options.key ?? null}::text,
      job_key_mode => ${options.keepRunAt ? 'preserve_run_at' : 'replace'}::text
    )`;
  const [added] = await tx.execute(add);
  if (added?.id == null) await tx.execute(add);
}
