import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase, type DatabaseConnection } from '../../db/client.ts';
import { startEmbeddedPostgres } from '../../db/embedded/index.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { withDatabase } from '../../db/url.ts';
import { installJobs } from '../../jobs/install.ts';

export type Sql = DatabaseConnection['sql'];

export interface BenchServer {
  url: string;
  stop(): Promise<void>;
}

/** The server that was named, else one of our own with the settings that the app uses, fsync included. */
export async function startServer(
  options: { dataDir?: string; databaseUrl?: string },
  log: (message: string) => void,
): Promise<BenchServer> {
  const { dataDir: given, databaseUrl } = options;
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => {} };
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'segments-bench-')));
  const remove = async () => {
    if (given === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const server = await startEmbeddedPostgres({ dataDir, log });
    return { url: server.url, stop: () => server.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Does the work in a migrated database of its own, which is gone afterwards. */
export async function withBenchDatabase<T>(
  server: BenchServer,
  work: (connection: DatabaseConnection, url: string) => Promise<T>,
): Promise<T> {
  const name = `segments_bench_${process.pid}_${Date.now().toString(36)}`;
  await administer(server.url, (sql) => sql`create database ${sql(name)}`);
  try {
    const url = withDatabase(server.url, name);
    await migrateDatabase(url, { after: () => installJobs(url) });
    const connection = connectDatabase({ url, poolSize: 2, statementTimeoutMs: 0, applicationName: 'bench' });
    try {
      return await work(connection, url);
    } finally {
      await connection.close();
    }
  } finally {
    await administer(server.url, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
  }
}

async function administer(url: string, work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const { sql, close } = connectDatabase({ url, poolSize: 1, statementTimeoutMs: 0 });
  try {
    await work(sql);
  } finally {
    await close();
  }
}
