import { setTimeout as sleep } from 'node:timers/promises';
import { safeError } from '../core/safe-error.ts';
import { freeDeadWorkers } from './dead-workers.ts';
import { maintain } from './maintenance.ts';
import { type Queue, type QueueOptions, startQueue } from './queue.ts';
import { repeat } from './repeat.ts';

/** All times in milliseconds. */
export interface JobsOptions extends Omit<QueueOptions, 'concurrency' | 'pollInterval'> {
  concurrency?: number;
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

/** More than the work needs: a channel's job waits most of its time, for the second between two posts to pass. */
const CONCURRENCY = 8;

/** How long a queue that ended by itself rests before it is started again. */
const RESTART_MS = 1000;

/**
 * Starts carrying out background jobs, and goes on until stopped, whatever becomes of the connections. Several
 * processes may do so on one database.
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { concurrency = CONCURRENCY, pollInterval = 1000, log, db } = options;
  const { deadWorkerInterval = 15_000, deadWorkerGrace = 2_000, maintenanceInterval = 60_000 } = options;
  const stopping = new AbortController();
  const start = () => startQueue({ ...options, concurrency, pollInterval });
  let queue = await start();
  const supervision = supervise(() => queue);

  async function supervise(current: () => Queue): Promise<void> {
    while (!stopping.signal.aborted) {
      const error = await current().ended;
      if (stopping.signal.aborted) return;
      log.error({ error: safeError(error) }, 'The queue ended by itself and is started again');
      try {
        await current().stop();
      } catch (error) {
        // What it held is given back when it is found to be dead.
        log.warn({ error: safeError(error) }, 'A queue that ended could not be cleared away');
      }
      await startAgain();
    }
  }

  async function startAgain(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sleep(RESTART_MS, undefined, { signal: stopping.signal }).catch(() => {});
      try {
        queue = await start();
        return;
      } catch (error) {
        log.warn({ error: safeError(error) }, 'The queue cannot be started yet');
      }
    }
  }

  const loops = [
    repeat(deadWorkerInterval, log, async () => {
      await queue.register();
      await freeDeadWorkers(db, { log, grace: deadWorkerGrace, signal: stopping.signal });
    }),
    repeat(maintenanceInterval, log, () => maintain(options)),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await queue.stop();
      await supervision;
      // One that was being started when the first was stopped.
      await queue.stop();
    },
  };
}
