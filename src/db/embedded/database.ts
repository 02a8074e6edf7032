import { resolve } from 'node:path';
import postgres from 'postgres';
import { layout, SUPERUSER } from './cluster.ts';
import { EmbeddedPostgresError } from './error.ts';

export const DATABASE = 'segments';

/** The address of a database on an embedded server. */
export function urlOf(port: number, password: string, database = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Makes sure that the server on this port is the one of this data folder and has our database. */
export async function prepareDatabase(dataDir: string, port: number, password: string): Promise<void> {
  const sql = postgres(urlOf(port, password, 'postgres'), {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
  });
  const { cluster } = layout(dataDir);
  try {
    const [found] = await sql<{ folder: string; exists: boolean }[]>`
      select current_setting('data_directory') as folder,
             exists (select from pg_database where datname = ${DATABASE}) as exists`;
    if (!found || resolve(found.folder) !== cluster) {
      throw new EmbeddedPostgresError(
        `Port ${port} is served by another Postgres than the one of ${cluster}.`,
      );
    }
    if (!found.exists) await sql`create database ${sql(DATABASE)}`;
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError(`The embedded Postgres on port ${port} cannot be used: ${reason}`, {
      cause: error,
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
