import { execFile } from 'node:child_process';
import { access, readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);
const SUFFIX = process.platform === 'win32' ? '.exe' : '';
const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'].map((name) => `${name}${SUFFIX}`);

/** Where packagers put Postgres: a parent, the name of a version's folder in it, and where its programs are. */
const PLACES = [
  { parent: '/usr/lib/postgresql', name: /^\d+$/ },
  { parent: '/usr', name: /^pgsql-\d+$/ },
  { parent: '/opt/homebrew/opt', name: /^postgresql@\d+$/ },
  { parent: '/usr/local/opt', name: /^postgresql@\d+$/ },
  { parent: 'C:\\Program Files\\PostgreSQL', name: /^\d+$/ },
];

/** Folders on this machine that hold all programs we need, newest version first, then the one on PATH. */
export async function machineFolders(): Promise<string[]> {
  const candidates: string[] = [];
  for (const { parent, name } of PLACES) {
    const versions = (await readdir(parent).catch(() => [])).filter((entry) => name.test(entry));
    versions.sort((a, b) => versionIn(b) - versionIn(a));
    candidates.push(...versions.map((version) => join(parent, version, 'bin')));
  }
  const onPath = await folderOnPath();
  if (onPath) candidates.push(onPath);

  const complete: string[] = [];
  for (const folder of candidates) {
    const present = PROGRAMS.map((program) => access(join(folder, program)));
    const all = await Promise.all(present).then(
      () => true,
      () => false,
    );
    if (all && !complete.includes(folder)) complete.push(folder);
  }
  return complete;
}

function versionIn(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}

async function folderOnPath(): Promise<string | undefined> {
  try {
    const { stdout } =
      process.platform === 'win32'
        ? await execFileAsync('where', ['pg_ctl'])
        : await execFileAsync('/bin/sh', ['-c', 'command -v pg_ctl']);
    const [first] = stdout.split(/\r?\n/);
    return first ? dirname(await realpath(first)) : undefined;
  } catch {
    return undefined;
  }
}
