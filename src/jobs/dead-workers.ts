import { setTimeout as sleep } from 'node:timers/promises';
import { inArray, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database } from '../db/client.ts';
import { jobWorkers } from '../db/schema/index.ts';

/** Notes by which connection name a worker can be known to be alive; safe to repeat. */
export async function registerWorkers(
  db: Database,
  workerIds: string[],
  applicationName: string,
): Promise<void> {
  if (workerIds.length === 0) return;
  await db
    .insert(jobWorkers)
    .values(workerIds.map((workerId) => ({ workerId, applicationName })))
    .onConflictDoNothing();
}

/** Gives back what these workers hold, and forgets them. */
export async function freeWorkers(db: Database, workerIds: string[]): Promise<void> {
  if (workerIds.length === 0) return;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select graphile_worker.force_unlock_workers(${sql.param(workerIds)}::text[])`);
    await tx.delete(jobWorkers).where(inArray(jobWorkers.workerId, workerIds));
  });
}

const found = z.array(z.object({ worker_id: z.string() }));

/**
 * Workers whose process has no connection any more, and those nobody noted although they hold a job for a minute:
 * their process died before it could.
 */
async function findDead(db: Database): Promise<string[]> {
  const rows = await db.execute(sql`
    select w.worker_id from job_workers w
    where not exists (
      select from pg_stat_activity a
      where a.datname = current_database() and a.application_name = w.application_name)
    union
    select j.locked_by from graphile_worker.jobs j
    where j.locked_by is not null and j.locked_at < now() - interval '1 minute'
      and not exists (select from job_workers w where w.worker_id = j.locked_by)`);
  return found.parse(rows).map((row) => row.worker_id);
}

/**
 * Gives back the jobs of workers that died with their process; by itself the queue would wait four hours for them.
 * Whoever is missing must be so twice, because connections break and come back.
 * @param options.grace milliseconds between the two looks
 * @returns the workers whose jobs were given back
 */
export async function freeDeadWorkers(
  db: Database,
  options: { log: Logger; grace: number; signal?: AbortSignal },
): Promise<string[]> {
  const suspects = await findDead(db);
  if (suspects.length === 0) return [];
  await sleep(options.grace, undefined, options.signal ? { signal: options.signal } : {}).catch(() => {});
  if (options.signal?.aborted) return [];
  const still = new Set(await findDead(db));
  const dead = suspects.filter((workerId) => still.has(workerId));
  if (dead.length === 0) return [];
  await freeWorkers(db, dead);
  options.log.warn({ workers: dead.length }, 'Jobs of workers that died are free again');
  return dead;
}
