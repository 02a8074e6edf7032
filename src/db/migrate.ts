import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { connectDatabase } from './client.ts';

/** The number that every process which migrates this app's database asks the server to lock. */
const LOCK = 7_364_104_211;

export interface MigrateOptions {
  /** Runs after the migrations, still alone: for what others install in the same database. */
  readonly after?: (sql: postgres.Sql) => Promise<void>;
  /** The folder that drizzle-kit wrote. */
  readonly folder?: string;
}

/**
 * Brings the database up to date and resolves to how many migrations that took. Any number of
 * processes may call this at once: one works, the others wait and find nothing left to do.
 */
export async function migrateDatabase(url: string, options: MigrateOptions = {}): Promise<number> {
  const folder = options.folder ?? fileURLToPath(new URL('../../drizzle', import.meta.url));
  // One connection only: the lock belongs to it, and goes with it when this process dies.
  const { sql, db, close } = connectDatabase({
    url,
    poolSize: 1,
    statementTimeoutMs: 0,
    applicationName: 'segments migrate',
  });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    const before = await countApplied(sql);
    await migrate(db, { migrationsFolder: folder });
    await options.after?.(sql);
    return (await countApplied(sql)) - before;
  } finally {
    await close();
  }
}

async function countApplied(sql: postgres.Sql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return 0;
  const [row] = await sql<
    { count: number }[]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}
