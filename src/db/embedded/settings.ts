import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';

export type Settings = Readonly<Record<string, string | number>>;

const MB = 1024 ** 2;

/** Settings for a server that has `memory` bytes to live in, beside the app and everything else. */
export function settingsFor(memory: number, fsync = true): Settings {
  const megabytes = (share: number, least: number, most: number) =>
    `${Math.round(Math.min(most, Math.max(least, (memory / MB) * share)))}MB`;
  return {
    shared_buffers: megabytes(0.25, 32, 2048),
    effective_cache_size: megabytes(0.5, 128, 64 * 1024),
    work_mem: megabytes(1 / 32, 8, 64),
    maintenance_work_mem: megabytes(1 / 16, 64, 512),
    max_connections: 100,
    jit: 'off',
    random_page_cost: 1.1,
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Large tables change in bulk here; statistics that lag behind cost seconds per query.
    autovacuum_analyze_scale_factor: 0.02,
    autovacuum_vacuum_scale_factor: 0.05,
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}

/** The memory that this process may count on: the machine's, or the container's when that is less. */
export function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(totalmem(), limit) : totalmem();
}

/** Containers come with 64 MB of /dev/shm, too little for a parallel query; files do as well. */
export async function sharedMemorySettings(): Promise<Settings> {
  if (process.platform !== 'linux') return {};
  const shm = await statfs('/dev/shm').catch(() => undefined);
  const roomy = shm !== undefined && shm.blocks * shm.bsize >= 256 * MB;
  return roomy ? {} : { dynamic_shared_memory_type: 'mmap' };
}

/** The text of a Postgres configuration file. */
export function formatSettings(settings: Settings): string {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`,
  );
  return `# Written at every start. To override, use postgresql.conf after the include, or ALTER SYSTEM.\n${lines.join('\n')}\n`;
}
