import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { layout } from './cluster.ts';
import { EmbeddedPostgresError } from './error.ts';
import { commandLine, processMark } from './processes.ts';

const SETTLE_MS = 60_000;

/** A server that runs on the data folder. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/**
 * The server that runs on this data folder, once it is ready: one that is still starting or stopping
 * is waited for. A pid file left by a crash is removed when its id now belongs to something else,
 * which Postgres itself cannot tell and would refuse to start for.
 */
export async function findServer(dataDir: string): Promise<RunningServer | undefined> {
  const deadline = Date.now() + SETTLE_MS;
  for (;;) {
    const found = await readPidFile(dataDir);
    if (!found || (await processMark(found.pid)) === undefined) return undefined;
    const command = await commandLine(found.pid);
    if (command !== undefined && !command.includes(layout(dataDir).cluster)) {
      await rm(layout(dataDir).pidFile, { force: true });
      return undefined;
    }
    if (found.status === 'ready') return found;
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `The embedded Postgres (process ${found.pid}) has been "${found.status}" for a minute; see ${layout(dataDir).log}.`,
      );
    }
    await sleep(50);
  }
}

async function readPidFile(dataDir: string): Promise<(RunningServer & { status: string }) | undefined> {
  const text = await readFile(layout(dataDir).pidFile, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() || 'starting' };
}
