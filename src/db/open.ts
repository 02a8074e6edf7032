import { join } from 'node:path';
import type postgres from 'postgres';
import { connectDatabase, type Database } from './client.ts';
import { startEmbeddedPostgres } from './embedded/index.ts';
import { migrateDatabase } from './migrate.ts';

export interface OpenOptions {
  /** The server to use; without it one of our own runs in the data folder. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly log: (message: string) => void;
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
  /** Installs what others keep in the same database; runs once the migrations have, and alone. */
  readonly afterMigrate?: (url: string) => Promise<void>;
}

export interface OpenedDatabase {
  readonly url: string;
  readonly db: Database;
  readonly sql: postgres.Sql;
  /** How many migrations were applied. */
  readonly migrated: number;
  /** Closes the connections, and stops the server when it is our own and nobody else uses it. */
  close(): Promise<void>;
}

/** The database, ready to use: running, up to date, connected. */
export async function openDatabase(options: OpenOptions): Promise<OpenedDatabase> {
  const { databaseUrl, dataDir, log, afterMigrate, poolSize, statementTimeoutMs } = options;
  const server =
    databaseUrl === undefined
      ? await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log })
      : { url: databaseUrl, stop: async () => {} };
  const { url } = server;
  try {
    const migrated = await migrateDatabase(url, afterMigrate ? { after: () => afterMigrate(url) } : {});
    if (migrated > 0) log(`Applied ${migrated} database migration${migrated === 1 ? '' : 's'}`);
    const connection = connectDatabase({
      url,
      ...(poolSize === undefined ? {} : { poolSize }),
      ...(statementTimeoutMs === undefined ? {} : { statementTimeoutMs }),
    });
    const close = async () => {
      await connection.close();
      await server.stop();
    };
    return { url, db: connection.db, sql: connection.sql, migrated, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
