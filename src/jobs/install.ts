import { runMigrations } from 'graphile-worker';

/** Brings the job queue's own tables up to date; safe to run again. Part of every migration. */
export async function installJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url });
}
