import { spawn } from 'node:child_process';

/** How programs of the engine are started: what stands before them, and as whom. */
export interface Runner {
  readonly prefix: readonly string[];
  /** Set when files must belong to this user because the programs run as that user. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

export interface RunResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end and collects what it said; a program that cannot start has code -1. */
export function run(
  runner: Runner,
  program: string,
  args: readonly string[],
  timeoutMs = 120_000,
): Promise<RunResult> {
  const [command = program, ...rest] = [...runner.prefix, program, ...args];
  return new Promise((resolve) => {
    const child = spawn(command, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      windowsHide: true,
      ...environment(),
      ...runner.owner,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    // Not the option of spawn: its timer goes on when the program was never found.
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: -1, output: error.message });
    });
    // 'exit' and not 'close': a server started by the program may keep the pipes open.
    child.on('exit', (code) => {
      clearTimeout(timer);
      setImmediate(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve({ code: code ?? -1, output: output.trim() });
      });
    });
  });
}

/**
 * A small environment of our own: the server outlives us and must not carry our secrets, and a
 * LANG that the machine lacks makes initdb fail. Windows programs do not start without theirs.
 */
function environment(): { env?: NodeJS.ProcessEnv } {
  if (process.platform === 'win32') return {};
  return { env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' } };
}
