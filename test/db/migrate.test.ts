import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../src/db/client.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { withDatabase } from '../../src/db/url.ts';
import { administer } from '../support/test-server.ts';

const server = inject('testServer');
const name = `${server.prefix}migrate_${process.pid}`;
const url = withDatabase(server.url, name);

beforeEach(() => administer(server.url, (sql) => sql`create database ${sql(name)}`));
afterEach(() => administer(server.url, (sql) => sql`drop database ${sql(name)} with (force)`));

test('Four replicas that start at once migrate an empty database once.', async () => {
  let inside = 0;
  let most = 0;
  const after = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(10);
    inside -= 1;
  };
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(url, { after })));
  const journal = JSON.parse(await readFile('drizzle/meta/_journal.json', 'utf8'));
  expect(applied.toSorted((a, b) => a - b)).toEqual([0, 0, 0, journal.entries.length]);
  expect(most).toBe(1);
});

test('A migration that fails says why and lets the next one in.', async () => {
  const failing = migrateDatabase(url, { after: () => Promise.reject(new Error('out of order')) });
  await expect(failing).rejects.toThrow('out of order');
  expect(await migrateDatabase(url)).toBe(0);
  const { sql, close } = connectDatabase({ url, poolSize: 1 });
  const [row] =
    await sql`select count(*)::int as locks from pg_locks where locktype = 'advisory' and database =
    (select oid from pg_database where datname = ${name})`;
  expect(row).toEqual({ locks: 0 });
  await close();
});
