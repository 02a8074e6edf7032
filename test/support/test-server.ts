import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type postgres from 'postgres';
import { connectDatabase } from '../../src/db/client.ts';
import { startEmbeddedPostgres, stopAbandoned } from '../../src/db/embedded/index.ts';

const FOLDER = 'segments-test-server-';

/** The server of this run: the one that TEST_DATABASE_URL names, else a fresh one in a temporary folder. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  await clearAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), FOLDER));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbeddedPostgres({
      dataDir,
      fsync: false,
      settings: { shared_buffers: '128MB', max_connections: 200 },
    });
    const stop = async () => {
      await server.stop();
      await remove();
    };
    return { url: server.url, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A run that was killed leaves its server running; the next run clears up after it. */
async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER)) continue;
    const folder = join(tmpdir(), name);
    // A young one may belong to a run that is about to start its server.
    const made = await stat(folder).catch(() => undefined);
    if (!made || Date.now() - made.mtimeMs < 60_000) continue;
    if (await stopAbandoned(folder).catch(() => false)) await rm(folder, { recursive: true, force: true });
  }
}

/** Runs what belongs to the server rather than to one database. */
export async function administer<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const { sql, close } = connectDatabase({ url, poolSize: 1, applicationName: 'test set-up' });
  try {
    return await work(sql);
  } finally {
    await close();
  }
}
