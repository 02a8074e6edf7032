import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { type EmbeddedPostgres, startEmbeddedPostgres, stopAbandoned } from '../../src/db/embedded/index.ts';

/** A data folder with spaces in its name, and what removes it together with any server left on it. */
export async function makeFolder(): Promise<{ dataDir: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'segments launcher '));
  const dataDir = join(parent, 'my data');
  const remove = async () => {
    for (const server of started.splice(0)) await server.stop();
    await stopAbandoned(dataDir);
    await rm(parent, { recursive: true, force: true });
  };
  return { dataDir, remove };
}

/** What a test that failed half-way did not stop. */
const started: EmbeddedPostgres[] = [];

export async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, fsync: false, settings: { shared_buffers: '32MB' } });
  started.push(server);
  return server;
}

/** Whether a server answers at this address. */
export async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The process id of the server on this folder. */
export async function serverPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

export interface Holder {
  readonly url: string;
  readonly adopted: boolean;
  readonly child: ChildProcess;
  /** Lets the process stop its server and end. */
  release(): Promise<void>;
  /** Ends the process without a chance to clean up. */
  kill(): Promise<void>;
}

/** Another process that uses the server on this folder. */
export async function startHolder(dataDir: string): Promise<Holder> {
  const script = fileURLToPath(new URL('fixtures/hold-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await once(createInterface(child.stdout), 'line');
  const { url, adopted } = JSON.parse(String(line));
  const release = async () => {
    child.stdin.end();
    await ended;
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { url, adopted, child, release, kill };
}
