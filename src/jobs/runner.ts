import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Logger as PinoLogger } from 'pino';
import { safeError } from '../core/safe-error.ts';
import { freeDeadWorkers, registerWorkers, unregisterWorkers } from './dead-workers.ts';
import { maintain } from './maintenance.ts';
import { repeat } from './repeat.ts';
import { type TaskTools, tasks } from './tasks.ts';

export interface JobsOptions extends Omit<TaskTools, 'signal'> {
  /** Of the database, not through a proxy that pools by transaction: the queue listens on its connection. */
  url: string;
  /** Jobs at a time. */
  concurrency?: number;
  /** How often the queue is looked at when no notice comes; milliseconds, as all that follow. */
  pollInterval?: number;
  /** How often dead workers are looked for. */
  deadWorkerInterval?: number;
  /** How long a worker must be without connection to count as dead. */
  deadWorkerGrace?: number;
  /** How often leftovers are cleared up. */
  maintenanceInterval?: number;
}

export interface Jobs {
  /** Takes no more jobs, waits for those at work, and closes the connections. */
  stop(): Promise<void>;
}

/** Starts carrying out background jobs. Several processes may do so on one database. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { concurrency = 4, pollInterval = 1000, log } = options;
  const { deadWorkerInterval = 15_000, deadWorkerGrace = 2_000, maintenanceInterval = 60_000 } = options;
  const stopping = new AbortController();
  const tools: TaskTools = { ...options, signal: stopping.signal };
  const applicationName = `segments-jobs-${randomUUID()}`;
  const workerIds = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId));

  const runner = await run({
    connectionString: withApplicationName(options.url, applicationName),
    concurrency,
    pollInterval,
    noHandleSignals: true,
    taskList: taskList(tools),
    logger: adaptLogger(log),
    events,
  });
  const register = () => registerWorkers(options.db, [...workerIds], applicationName);
  await register();
  const loops = [
    repeat(deadWorkerInterval, log, async () => {
      await register();
      await freeDeadWorkers(options.db, { log, grace: deadWorkerGrace, signal: stopping.signal });
    }),
    repeat(maintenanceInterval, log, () => maintain(tools)),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await stopRunner(runner);
      await unregisterWorkers(options.db, [...workerIds]);
    },
  };
}

async function stopRunner(runner: Runner): Promise<void> {
  await runner.stop();
  await runner.promise;
}

/** The server's list of connections shows this name for as long as the process lives. */
function withApplicationName(address: string, name: string): string {
  const url = new URL(address);
  url.searchParams.set('application_name', name);
  return url.href;
}

function taskList(tools: TaskTools): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, { job }: { job: { id: string; attempts: number; max_attempts: number } }) => {
        try {
          await task(tools, payload, { jobId: job.id, last: job.attempts >= job.max_attempts });
        } catch (error) {
          const safe = safeError(error);
          tools.log.error({ job: job.id, task: name, attempt: job.attempts, error: safe }, 'A job failed');
          // The queue keeps the message with the job.
          throw new Error(`${safe.name}: ${safe.message}`);
        }
      },
    ]),
  );
}

/** The queue's own notes are of use when something is looked for; its failures of jobs are logged above. */
function adaptLogger(log: PinoLogger): Logger {
  return new Logger(() => (level, message) => {
    const grade = String(level);
    if (grade === 'error' && !message.startsWith('Failed task')) log.error({ from: 'queue' }, message);
    else if (grade === 'warning') log.warn({ from: 'queue' }, message);
    else log.debug({ from: 'queue' }, message);
  });
}
