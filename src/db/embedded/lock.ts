import { randomUUID } from 'node:crypto';
import { link, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './error.ts';
import { processMark } from './processes.ts';

const WAIT_MS = 120_000;
const POLL_MS = 40;
const BREAKER_MAX_AGE_MS = 10_000;

/** Runs `work` while no other process on this machine holds `path`; a holder that died loses it. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const content = `${process.pid} ${await processMark(process.pid)}`;
  const deadline = Date.now() + WAIT_MS;
  while (!(await claim(path, content))) {
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `Another process has held ${path} for two minutes. When nothing else is starting, delete that file.`,
      );
    }
    await breakStale(path);
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

async function claim(path: string, content: string): Promise<boolean> {
  // Linked rather than created: nobody may ever read a lock that has no content yet.
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

/** Only who holds the breaker may remove a stale lock: else one of two could remove the other's new one. */
async function breakStale(path: string): Promise<void> {
  if (!(await isStale(path))) return;
  const breaker = `${path}.breaker`;
  try {
    await writeFile(breaker, '', { flag: 'wx' });
  } catch {
    const age = await stat(breaker).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > BREAKER_MAX_AGE_MS) await unlink(breaker).catch(() => undefined);
    return;
  }
  try {
    if (await isStale(path)) await unlink(path).catch(() => undefined);
  } finally {
    await unlink(breaker).catch(() => undefined);
  }
}

async function isStale(path: string): Promise<boolean> {
  const content = await readFile(path, 'utf8').catch(() => undefined);
  if (content === undefined) return false;
  const [pid = '', ...mark] = content.split(' ');
  return (await processMark(Number(pid))) !== mark.join(' ');
}
