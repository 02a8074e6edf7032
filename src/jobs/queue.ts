import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type JobHelpers, Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Logger as PinoLogger } from 'pino';
import { safeError } from '../core/safe-error.ts';
import { within } from '../core/within.ts';
import { freeWorkers, registerWorkers } from './dead-workers.ts';
import { type TaskTools, tasks } from './tasks.ts';

export interface QueueOptions extends Omit<TaskTools, 'signal'> {
  /** Of the database, not through a proxy that pools by transaction: the queue listens on its connection. */
  url: string;
  /** Jobs at a time. */
  concurrency: number;
  /** How often the queue is looked at when no notice comes; milliseconds. */
  pollInterval: number;
  /** How long it may take over shutting down, besides the jobs at work; milliseconds. */
  shutdownLimit?: number;
}

export interface Queue {
  /** Fulfilled when no more jobs are taken: after `stop`, or with the error that ended it. */
  readonly ended: Promise<unknown>;
  /** Notes who holds this queue's jobs; to be repeated, because others may have taken it for dead. */
  register(): Promise<void>;
  /** Takes no more jobs, waits for those at work, and gives back what is left. */
  stop(): Promise<void>;
}

/**
 * Once it could not note the end of a job, the queue miscounts the notes that are under way, and may wait for them for
 * ever while it shuts down (graphile-worker 0.17.3, `batch` in its `main.ts`).
 */
const SHUTDOWN_LIMIT_MS = 10_000;

/** Starts taking jobs. It ends by itself when it could not note the end of a job. */
export async function startQueue(options: QueueOptions): Promise<Queue> {
  const { db, log, concurrency, pollInterval, shutdownLimit = SHUTDOWN_LIMIT_MS } = options;
  const stopping = new AbortController();
  const atWork = new Set<Promise<void>>();
  const applicationName = `segments-jobs-${randomUUID()}`;
  const workerIds: string[] = [];
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked by their pool, of which a queue has one.
  events.on('pool:create', ({ workerPool }) => workerIds.push(workerPool.id));
  const stuck = new Promise<Error>((resolve) => {
    events.on('pool:gracefulShutdown', () => {
      setTimeout(resolve, shutdownLimit, new Error('The queue did not come to its end')).unref();
    });
  });
  const register = () => registerWorkers(db, workerIds, applicationName);
  let registered: Promise<void> | undefined;

  const carryOut = async (name: keyof typeof tasks, payload: unknown, { job }: JobHelpers) => {
    // No work before it is noted who does it: a worker nobody knows is missed a minute later only.
    registered ??= register().catch((error) => {
      registered = undefined;
      throw error;
    });
    await registered;
    const last = job.attempts >= job.max_attempts;
    await tasks[name]({ ...options, signal: stopping.signal }, payload, { jobId: job.id, last });
  };
  const taskList: TaskList = {};
  for (const name of Object.keys(tasks) as (keyof typeof tasks)[]) {
    taskList[name] = async (payload, helpers) => {
      const work = carryOut(name, payload, helpers).catch((error) => {
        const safe = safeError(error);
        const { id, attempts } = helpers.job;
        log.error({ job: id, task: name, attempt: attempts, error: safe }, 'A job failed');
        // The queue keeps the message with the job.
        throw new Error(`${safe.name}: ${safe.message}`);
      });
      atWork.add(work);
      await work.finally(() => atWork.delete(work));
    };
  }
  const pgPool = connectionsOf(options, applicationName);
  const runner = await run({
    pgPool,
    concurrency,
    pollInterval,
    noHandleSignals: true,
    taskList,
    logger: adaptLogger(log),
    events,
    // Notes of ended jobs are gathered: only then does stopping wait until they are written, and only then does a
    // note that cannot be written end the queue rather than the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  const ended = Promise.race([
    runner.promise.then(
      () => undefined,
      (error: unknown) => error,
    ),
    stuck,
  ]);
  let stopped: Promise<void> | undefined;
  return {
    ended,
    register,
    stop() {
      stopped ??= (async () => {
        // Refused when it has ended by itself.
        const quiet = Promise.all([runner.stop().catch(() => {}), ended]);
        // Only now: a job that ends early must not make room for another.
        stopping.abort();
        while (atWork.size > 0) await Promise.allSettled(atWork);
        await within(shutdownLimit, quiet, undefined);
        await Promise.allSettled(atWork);
        await within(shutdownLimit, pgPool.end(), undefined);
        await freeWorkers(db, workerIds);
      })();
      return stopped;
    },
  };
}

/**
 * The queue's connections; the server's list of them shows the name for as long as the queue lives. The queue would
 * make its own, and stop listening to their errors before the last is closed: one that broke then ends the process.
 */
function connectionsOf({ url, log, concurrency }: QueueOptions, applicationName: string): pg.Pool {
  const address = new URL(url);
  address.searchParams.set('application_name', applicationName);
  // One more listens for new jobs.
  const pool = new pg.Pool({ connectionString: address.href, max: concurrency + 1 });
  pool.on('error', (error) => log.warn({ error: safeError(error) }, 'The queue lost a connection'));
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  return pool;
}

/** The queue's own notes are of use when something is looked for; failed jobs are logged above. */
function adaptLogger(log: PinoLogger): Logger {
  return new Logger(() => (level, message) => {
    const grade = String(level);
    if (grade === 'error' && !message.startsWith('Failed task')) log.error({ from: 'queue' }, message);
    else if (grade === 'warning') log.warn({ from: 'queue' }, message);
    else log.debug({ from: 'queue' }, message);
  });
}
