import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { parseDatabaseUrl } from './url.ts';

export interface ConnectOptions {
  readonly url: string;
  /** How many connections may be open at once. */
  readonly poolSize?: number;
  /** How long one statement may run before the server cancels it; 0 is for ever. */
  readonly statementTimeoutMs?: number;
  /** What the server's list of connections shows. */
  readonly applicationName?: string;
}

export interface DatabaseConnection {
  readonly db: Database;
  readonly sql: postgres.Sql;
  /** Waits a few seconds for running queries, then closes every connection. */
  close(): Promise<void>;
}

export type Database = ReturnType<typeof createDatabase>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What a query runs on: inside a transaction only ever the transaction. */
export type Executor = Database | Transaction;

/** Twice as many as the queue has workers, so that people are answered while all of them are at work. */
const POOL_SIZE = 16;

/** Opens a pool; connections are made when they are needed and made again when the server comes back. */
export function connectDatabase(options: ConnectOptions): DatabaseConnection {
  const { poolSize = POOL_SIZE, statementTimeoutMs = 60_000, applicationName = 'segments' } = options;
  const target = parseDatabaseUrl(options.url);
  const sql = postgres(target.url, {
    ...target.options,
    max: poolSize,
    connect_timeout: 10,
    // The driver's own waits grow to 20 s, long after a restarted server is back.
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 2),
    onnotice: () => {},
    connection: { application_name: applicationName, statement_timeout: statementTimeoutMs },
  });
  return { db: createDatabase(sql), sql, close: () => sql.end({ timeout: 5 }) };
}

function createDatabase(client: postgres.Sql) {
  return drizzle({ client });
}
