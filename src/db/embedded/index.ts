import { mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { clusterMajor, createCluster, layout, readPassword } from './cluster.ts';
import { prepareDatabase, urlOf } from './database.ts';
import { type Engine, findEngine } from './engine.ts';
import { EmbeddedPostgresError } from './error.ts';
import { withLock } from './lock.ts';
import { findServer, type RunningServer } from './postmaster.ts';
import type { Runner } from './run.ts';
import { chooseRunner, claimFolder, handOver } from './runner.ts';
import { startServer, stopServer } from './server.ts';
import { availableMemory, type Settings, settingsFor, sharedMemorySettings } from './settings.ts';
import { countUsers, registerUser } from './users.ts';

export { EmbeddedPostgresError } from './error.ts';

export interface EmbeddedPostgresOptions {
  /** The folder that holds everything: programs, data, log, password. Made when it is missing. */
  readonly dataDir: string;
  /** Hears what takes a moment, in words. */
  readonly log?: (message: string) => void;
  /** Postgres settings beside those scaled to the machine. */
  readonly settings?: Settings;
  /** False for data that may be lost with the machine, such as a test's. */
  readonly fsync?: boolean;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** True when the server already ran, for another process or left over from one. */
  readonly adopted: boolean;
  /** Leaves the server, and stops it when nobody else uses it. */
  stop(): Promise<void>;
}

/**
 * Runs a Postgres of our own on a data folder: makes, starts or joins it. Any number of processes
 * may do so for one folder at once; the last one to leave stops the server.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = await openFolder(options.dataDir);
  const runner = await chooseRunner();
  return withLock(layout(dataDir).lock, async () => {
    const running = await findServer(dataDir);
    const server = running ?? (await makeAndStart(dataDir, runner, options));
    const password = await readPassword(dataDir);
    await prepareDatabase(dataDir, server.port, password);
    const leave = await registerUser(dataDir);
    let stopping: Promise<boolean> | undefined;
    return {
      url: urlOf(server.port, password),
      adopted: running !== undefined,
      stop: async () => {
        stopping ??= leave().then(() => stopUnused(dataDir, runner));
        await stopping;
      },
    };
  });
}

/** Stops the server of a data folder whose users are all gone; true when nobody uses it any more. */
export async function stopAbandoned(dataDir: string): Promise<boolean> {
  const folder = await openFolder(dataDir);
  return stopUnused(folder, await chooseRunner());
}

async function makeAndStart(
  dataDir: string,
  runner: Runner,
  { log = () => {}, settings = {}, fsync = true }: EmbeddedPostgresOptions,
): Promise<RunningServer> {
  const major = await clusterMajor(dataDir);
  if (major === undefined) log(`Creating a database in ${dataDir}`);
  await claimFolder(runner, dataDir);
  const engine = await findEngine(dataDir, runner, major);
  if (major === undefined) await createCluster(dataDir, engine, runner, fsync);
  await handOver(runner, layout(dataDir).cluster);
  const server = await startServer(dataDir, engine, runner, {
    ...settingsFor(availableMemory(), fsync),
    ...(await sharedMemorySettings()),
    ...settings,
  });
  log(`Postgres ${engine.major} runs on 127.0.0.1:${server.port}`);
  return server;
}

function stopUnused(dataDir: string, runner: Runner): Promise<boolean> {
  return withLock(layout(dataDir).lock, async () => {
    if ((await countUsers(dataDir)) > 0) return false;
    if (await findServer(dataDir)) {
      const engine: Engine = await findEngine(dataDir, runner, await clusterMajor(dataDir));
      await stopServer(dataDir, engine, runner);
    }
    return true;
  });
}

/** The data folder by its real name, as the server's own command line and settings show it. */
async function openFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(resolve(dataDir), { recursive: true });
    return await realpath(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError(`The data folder ${dataDir} cannot be used: ${reason}`, { cause: error });
  }
}
