import { setTimeout as sleep } from 'node:timers/promises';

/** Serialization failure and deadlock: the server undid the transaction and asks to try it again. */
const RETRYABLE = new Set(['40001', '40P01']);

/**
 * Runs `work` again when Postgres gave it up in favour of another transaction. `work` must be a whole
 * transaction, and do nothing outside of it.
 */
export async function withRetry<T>(work: () => Promise<T>, attempts = 5): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      // Two that collided must not collide again in step.
      await sleep(10 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/** The SQLSTATE of a failed query, also when Drizzle wrapped the driver's error. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code;
  }
  return undefined;
}

function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state !== undefined && RETRYABLE.has(state);
}
