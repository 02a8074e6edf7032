import { pgTable, text } from 'drizzle-orm/pg-core';

/** Which connection name each job worker uses: a worker whose connections are gone is dead, and its jobs are freed. */
export const jobWorkers = pgTable('job_workers', {
  workerId: text('worker_id').primaryKey(),
  applicationName: text('application_name').notNull(),
});
