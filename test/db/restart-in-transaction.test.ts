import { sql as query } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { connectDatabase } from '../../src/db/client.ts';
import { makeFolder, start } from './launcher-support.ts';

test('A restart of the server in the middle of transactions costs those transactions only.', async () => {
  const folder = await makeFolder();
  onTestFinished(folder.remove);
  const server = await start(folder.dataDir);
  const { db, close } = connectDatabase({ url: server.url, poolSize: 2 });
  await db.execute(query`create table notes (text text)`);
  const cut = [1, 2].map((note) =>
    db
      .transaction(async (tx) => {
        await tx.execute(query`insert into notes values (${note})`);
        await tx.execute(query`select pg_sleep(30)`);
      })
      .catch((error: unknown) => error),
  );
  const watcher = connectDatabase({ url: server.url, poolSize: 1 });
  const asleep = () => watcher.sql`select 1 from pg_stat_activity where wait_event = 'PgSleep'`;
  await expect.poll(async () => (await asleep()).count).toBe(2);
  await watcher.close();
  await server.stop();
  for (const failure of await Promise.all(cut)) expect(failure).toBeInstanceOf(Error);
  const again = await start(folder.dataDir);
  const counts = () =>
    Promise.all([1, 2, 3].map(() => db.execute(query`select count(*)::int as notes from notes`))).catch(
      () => 'gone',
    );
  await expect.poll(counts).toEqual([[{ notes: 0 }], [{ notes: 0 }], [{ notes: 0 }]]);
  await close();
  await again.stop();
});
