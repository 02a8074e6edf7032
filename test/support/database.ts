import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectDatabase, type Database, type DatabaseConnection } from '../../src/db/client.ts';
import { withDatabase } from '../../src/db/url.ts';
import { administer } from './test-server.ts';

export interface TestDatabase {
  readonly url: string;
  /** Connected on first use; closed by itself. */
  readonly db: Database;
  readonly sql: postgres.Sql;
}

/**
 * Gives a test file a migrated database of its own. Call it once, at the top level, before other hooks:
 * its clean-up then runs last, and fails the file when a connection it did not open is still there.
 */
export function useDatabase(): TestDatabase {
  let url: string | undefined;
  let connection: DatabaseConnection | undefined;
  const address = () => {
    if (url === undefined) throw new Error('The test database exists from beforeAll to afterAll only.');
    return url;
  };
  const connected = () => {
    connection ??= connectDatabase({ url: address(), poolSize: 5, applicationName: 'the test itself' });
    return connection;
  };

  const server = inject('testServer');
  const name = `${server.prefix}${process.pid}_${Date.now().toString(36)}_${counter()}`;

  beforeAll(async () => {
    await administer(
      server.url,
      (sql) => sql`create database ${sql(name)} template ${sql(server.template)} strategy file_copy`,
    );
    url = withDatabase(server.url, name);
  });

  afterAll(async () => {
    await connection?.close();
    url = undefined;
    const left = await administer(server.url, async (sql) => {
      const found = await connectionsLeft(sql, name);
      await sql`drop database if exists ${sql(name)} with (force)`;
      return found;
    });
    if (left.length > 0) {
      throw new Error(`Connections to the test database were left open:\n${left.join('\n')}`);
    }
  });

  return {
    get url() {
      return address();
    },
    get db() {
      return connected().db;
    },
    get sql() {
      return connected().sql;
    },
  };
}

let count = 0;
function counter(): number {
  count += 1;
  return count;
}

/** What is still connected; the server takes a moment to notice that somebody left. */
async function connectionsLeft(sql: postgres.Sql, database: string): Promise<string[]> {
  for (let attempt = 0; ; attempt += 1) {
    const found = await sql<{ name: string; query: string }[]>`
      select application_name as name, query from pg_stat_activity
      where datname = ${database} and backend_type = 'client backend'`;
    if (found.length === 0 || attempt >= 400) return found.map(({ name, query }) => `- ${name}: ${query}`);
    await sleep(25);
  }
}
