import type { Logger } from 'pino';
import { safeError } from '../core/safe-error.ts';

/** Does something now and again and again, never twice at a time; what goes wrong is logged and tried again. */
export function repeat(
  interval: number,
  log: Logger,
  work: () => Promise<unknown>,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async () => {
    try {
      await work();
    } catch (error) {
      if (!stopped) log.error({ error: safeError(error) }, 'Upkeep of the queue failed');
    }
    if (!stopped) {
      timer = setTimeout(() => {
        running = turn();
      }, interval);
    }
  };
  let running = turn();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
