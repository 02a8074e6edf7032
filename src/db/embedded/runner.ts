import { chown, lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError, USE_DATABASE_URL } from './error.ts';
import { type Runner, run } from './run.ts';

const NOBODY = '65534';

/**
 * Postgres refuses to run as root. Root therefore starts it in a user namespace where root's own
 * files look as if they belonged to `nobody`; where the machine forbids that, as the real `nobody`.
 */
export async function chooseRunner(): Promise<Runner> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const namespaced: Runner = {
    prefix: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'],
  };
  if ((await run(namespaced, 'true', [])).code === 0) return namespaced;
  return { prefix: [], owner: await findNobody() };
}

/** Hands a folder and all in it to the user that the engine runs as. */
export async function handOver(runner: Runner, folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = runner.owner ?? { uid: 0, gid: 0 };
  const found = await lstat(folder);
  if (found.uid === uid) return;
  if (found.isDirectory()) {
    for (const name of await readdir(folder)) await handOver(runner, join(folder, name));
  }
  if (!found.isSymbolicLink()) await chown(folder, uid, gid);
}

/** Gives the data folder to the user that the engine runs as, or says that this user cannot get there. */
export async function claimFolder(runner: Runner, dataDir: string): Promise<void> {
  await handOver(runner, dataDir);
  if (!runner.owner || (await run(runner, 'test', ['-w', dataDir])).code === 0) return;
  throw new EmbeddedPostgresError(
    `Postgres does not run as root, and the user nobody, which it runs as instead, cannot get to ${dataDir}. ` +
      `Choose a data folder that all users can reach, or start the app as another user. ${USE_DATABASE_URL}`,
  );
}

/** Explains a program of the engine that could not run because of who runs it; undefined otherwise. */
export function explainIdentity(output: string): EmbeddedPostgresError | undefined {
  if (!/could not look up effective user|user does not exist|local user with ID/i.test(output))
    return undefined;
  return new EmbeddedPostgresError(
    `The embedded Postgres needs a user that the machine knows, and user id ${process.getuid?.()} has no entry in /etc/passwd. ${USE_DATABASE_URL}`,
  );
}

async function findNobody(): Promise<{ uid: number; gid: number }> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, , uid, gid] = passwd.match(/^nobody:.*$/m)?.[0].split(':') ?? [];
  if (uid && gid && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  throw new EmbeddedPostgresError(
    `The embedded Postgres does not run as root and the machine has no user named nobody. ${USE_DATABASE_URL}`,
  );
}
