import { expect, onTestFinished, test } from 'vitest';
import { connectDatabase } from '../../src/db/client.ts';
import { openDatabase } from '../../src/db/open.ts';
import { sqlState } from '../../src/db/retry.ts';
import { parseDatabaseUrl, withDatabase } from '../../src/db/url.ts';
import { useDatabase } from '../support/database.ts';
import { makeFolder, start } from './launcher-support.ts';

const database = useDatabase();

test('A statement that runs too long is cancelled, and the connection goes on.', async () => {
  const { sql, close } = connectDatabase({ url: database.url, poolSize: 1, statementTimeoutMs: 1_000 });
  const failure = await sql`select pg_sleep(60)`.catch((error: unknown) => error);
  expect(sqlState(failure)).toBe('57014');
  expect(await sql`select current_setting('application_name') as name`).toEqual([{ name: 'segments' }]);
  await close();
});

test('Work goes on when the server comes back after being gone.', async () => {
  const folder = await makeFolder();
  onTestFinished(folder.remove);
  const server = await start(folder.dataDir);
  const { sql, close } = connectDatabase({ url: server.url, poolSize: 3 });
  await Promise.all([sql`select 1`, sql`select 2`, sql`select 3`]);
  const cut = sql`select pg_sleep(30)`.catch((error: unknown) => error);
  await server.stop();
  expect(await cut).toBeInstanceOf(Error);
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const failure = await sql`select 1`.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
  }
  const again = await start(folder.dataDir);
  const answer = () =>
    sql`select 1 as one`.then(
      (rows) => rows[0]?.one,
      () => 'gone',
    );
  const answers = () => Promise.all([answer(), answer(), answer(), answer()]);
  await expect.poll(answers).toEqual([1, 1, 1, 1]);
  await close();
  await again.stop();
});

test('Without an address the database is opened on a server of our own.', async () => {
  const folder = await makeFolder();
  onTestFinished(folder.remove);
  const said: string[] = [];
  const options = { dataDir: folder.dataDir, log: (message: string) => said.push(message) };
  const opened = await openDatabase(options);
  const second = await openDatabase({ ...options, databaseUrl: opened.url });
  expect(opened.migrated).toBeGreaterThan(0);
  expect(second.migrated).toBe(0);
  expect(await second.sql`select count(*)::int as count from workspaces`).toEqual([{ count: 0 }]);
  await second.close();
  expect(await opened.sql`select 1 as one`).toEqual([{ one: 1 }]);
  await opened.close();
  expect(said).toContainEqual(expect.stringMatching(/^Applied \d+ database migration/));
});

test('An address may name a socket folder.', () => {
  const address = 'postgres://root@127.0.0.1:5432/postgres?host=/var/run/postgresql';
  expect(parseDatabaseUrl(address)).toEqual({
    url: 'postgres://root@127.0.0.1:5432/postgres',
    options: { host: '/var/run/postgresql' },
  });
  expect(withDatabase(address, 'other')).toBe(
    'postgres://root@127.0.0.1:5432/other?host=/var/run/postgresql',
  );
});
