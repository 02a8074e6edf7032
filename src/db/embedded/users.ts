import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processMark } from './processes.ts';

/** Notes that this process uses the server; resolves to what takes the note back. */
export async function registerUser(dataDir: string): Promise<() => Promise<void>> {
  const folder = join(dataDir, 'users');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${randomUUID().slice(0, 8)}`);
  await writeFile(file, `${await processMark(process.pid)}`);
  return () => unlink(file).catch(() => undefined);
}

/** How many users of the server are alive; notes of processes that died are cleared away. */
export async function countUsers(dataDir: string): Promise<number> {
  const folder = join(dataDir, 'users');
  const names = await readdir(folder).catch(() => []);
  const alive = await Promise.all(
    names.map(async (name) => {
      const mark = await readFile(join(folder, name), 'utf8').catch(() => undefined);
      if (mark !== undefined && mark === (await processMark(Number.parseInt(name, 10)))) return true;
      await unlink(join(folder, name)).catch(() => undefined);
      return false;
    }),
  );
  return alive.filter(Boolean).length;
}
