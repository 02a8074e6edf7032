import { randomBytes } from 'node:crypto';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { EmbeddedPostgresError } from './error.ts';
import { type Runner, run } from './run.ts';
import { explainIdentity, handOver } from './runner.ts';

export const SUPERUSER = 'segments';
export const SETTINGS_FILE = 'segments.conf';

/** Where the parts of an embedded server lie in its data folder. */
export function layout(dataDir: string) {
  return {
    cluster: join(dataDir, 'cluster'),
    password: join(dataDir, 'password'),
    log: join(dataDir, 'server.log'),
    lock: join(dataDir, 'start.lock'),
    pidFile: join(dataDir, 'cluster', 'postmaster.pid'),
  } as const;
}

/** The major version that made the data folder, or undefined when there is no cluster in it yet. */
export async function clusterMajor(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(layout(dataDir).cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

/** Makes the cluster, with a password of its own: other users of the machine reach loopback too. */
export async function createCluster(
  dataDir: string,
  engine: Engine,
  runner: Runner,
  fsync: boolean,
): Promise<void> {
  const { cluster, password } = layout(dataDir);
  // Made under another name first: initdb that is killed leaves a folder that looks complete.
  const draft = `${cluster}.draft`;
  await rm(draft, { recursive: true, force: true });
  await rm(password, { force: true });
  await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  await handOver(runner, password);
  const { code, output } = await run(runner, join(engine.bin, 'initdb'), [
    ...['-D', draft, '-U', SUPERUSER, '--encoding=UTF8', ...localeArguments(engine.major)],
    ...['-A', 'scram-sha-256', `--pwfile=${password}`],
    ...(fsync ? [] : ['--no-sync']),
  ]);
  if (code !== 0) {
    throw (
      explainIdentity(output) ??
      new EmbeddedPostgresError(`Postgres could not create its data folder ${cluster}. It said: ${output}`)
    );
  }
  await appendFile(join(draft, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
  await rename(draft, cluster);
}

/** The password of the superuser of this data folder. */
export async function readPassword(dataDir: string): Promise<string> {
  const { password } = layout(dataDir);
  const text = await readFile(password, 'utf8').catch(() => undefined);
  if (text) return text.trim();
  throw new EmbeddedPostgresError(
    `The file ${password} with the password of the embedded Postgres is gone or not readable for you.`,
  );
}

/** The builtin provider sorts and folds the same on every machine; it came with Postgres 17. */
function localeArguments(major: number): string[] {
  if (major < 17) return ['--locale=C.UTF-8'];
  return ['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8'];
}
