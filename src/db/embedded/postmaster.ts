import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { layout } from './cluster.ts';
import { EmbeddedPostgresError } from './error.ts';
import { commandLine, processMark } from './processes.ts';

const SETTLE_MS = 60_000;
/** Larger than any process id that a machine hands out. */
const NO_PROCESS = 2_147_483_647;

/** A server that runs on the data folder. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/**
 * The server that runs on this data folder, once it is ready: one that is still starting or stopping
 * is waited for.
 */
export async function findServer(dataDir: string): Promise<RunningServer | undefined> {
  const deadline = Date.now() + SETTLE_MS;
  for (;;) {
    const found = await readPidFile(dataDir);
    if (!found) return undefined;
    if (!(await isServer(found.pid, dataDir))) {
      await disownPidFile(dataDir);
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

async function isServer(pid: number, dataDir: string): Promise<boolean> {
  if ((await processMark(pid)) === undefined) return false;
  const command = await commandLine(pid);
  return command === undefined || command.includes(layout(dataDir).cluster);
}

/**
 * Postgres refuses to start when the id in a pid file left by a crash belongs to something else by now,
 * or to a dead process that nobody collected. The file itself has to stay: its other lines are how
 * Postgres sees that processes of the crashed server still work on the data.
 */
async function disownPidFile(dataDir: string): Promise<void> {
  const { pidFile } = layout(dataDir);
  const text = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (text !== undefined) await writeFile(pidFile, text.replace(/^\d+/, `${NO_PROCESS}`));
}

async function readPidFile(dataDir: string): Promise<(RunningServer & { status: string }) | undefined> {
  const text = await readFile(layout(dataDir).pidFile, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() || 'starting' };
}
