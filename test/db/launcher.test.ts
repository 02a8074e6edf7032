import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { EmbeddedPostgresError } from '../../src/db/embedded/index.ts';
import { answers, makeFolder, serverPid, start, startHolder } from './launcher-support.ts';

describe('The embedded Postgres', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  beforeAll(async () => {
    folder = await makeFolder();
  });
  afterAll(() => folder.remove());

  test('starts once when two processes start on a new folder at the same time', async () => {
    const { dataDir, remove } = await makeFolder();
    onTestFinished(remove);
    const [first, second] = await Promise.all([start(dataDir), startHolder(dataDir)]);
    expect(second.url).toBe(first.url);
    expect([first.adopted, second.adopted].toSorted()).toEqual([false, true]);
    await first.stop();
    expect(await answers(second.url)).toBe(true);
    await second.release();
    expect(await answers(second.url)).toBe(false);
    expect(await readdir(join(dataDir, 'users'))).toEqual([]);
  });

  test('comes back on the same port with its data and sorts letters the same everywhere', async () => {
    const before = await start(folder.dataDir);
    const first = postgres(before.url, { max: 1 });
    await first`create table kept (name text)`;
    await first`insert into kept values ('Ærø'), ('zebra')`;
    await first.end();
    await before.stop();

    const after = await start(folder.dataDir);
    expect(after).toMatchObject({ url: before.url, adopted: false });
    const second = postgres(after.url, { max: 1 });
    const rows = await second`select lower(name) as name from kept order by name`;
    expect(rows.map((row) => row.name)).toEqual(['zebra', 'ærø']);
    await second.end();
    await after.stop();
  });

  test('takes connections from this machine only, and only with the password', async () => {
    const server = await start(folder.dataDir);
    const sql = postgres(server.url, { max: 1 });
    const [row] = await sql`
      select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`;
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' });
    await sql.end();
    const guessed = new URL(server.url);
    guessed.password = 'guessed';
    expect(await answers(guessed.href)).toBe(false);
    expect((await stat(join(folder.dataDir, 'password'))).mode & 0o777).toBe(0o600);
    await server.stop();
  });

  test('adopts the server of a process that was killed, and stops it', async () => {
    const holder = await startHolder(folder.dataDir);
    await holder.kill();
    expect(await answers(holder.url)).toBe(true);
    const server = await start(folder.dataDir);
    expect(server).toMatchObject({ url: holder.url, adopted: true });
    await server.stop();
    expect(await answers(holder.url)).toBe(false);
  });

  test('starts again after the server itself was killed', async () => {
    const lost = await start(folder.dataDir);
    process.kill(await serverPid(folder.dataDir), 'SIGKILL');
    await expect.poll(() => answers(lost.url)).toBe(false);
    const server = await start(folder.dataDir);
    expect(server.adopted).toBe(false);
    expect(await answers(server.url)).toBe(true);
    await Promise.all([lost.stop(), server.stop()]);
    expect(await answers(server.url)).toBe(false);
  });

  test('is not misled by a pid file whose process id now belongs to something else', async () => {
    await (await start(folder.dataDir)).stop();
    const pidFile = join(folder.dataDir, 'cluster', 'postmaster.pid');
    await writeFile(pidFile, `${process.pid}\n${folder.dataDir}\n1\n5999\n\n127.0.0.1\n\nready   \n`);
    const server = await start(folder.dataDir);
    expect(server.adopted).toBe(false);
    await server.stop();
  });

  test('refuses a data folder of another major version and leaves it alone', async () => {
    const other = await makeFolder();
    onTestFinished(other.remove);
    await mkdir(join(other.dataDir, 'cluster'), { recursive: true });
    await writeFile(join(other.dataDir, 'cluster', 'PG_VERSION'), '14\n');
    const failure = await start(other.dataDir).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbeddedPostgresError);
    expect(String(failure)).toMatch(
      /was made by Postgres 14, and this is Postgres \d+, which cannot read it/,
    );
    expect(await readFile(join(other.dataDir, 'cluster', 'PG_VERSION'), 'utf8')).toBe('14\n');
  });
});
