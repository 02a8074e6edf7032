import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject, vi } from 'vitest';
import { PORTS } from '../../src/db/embedded/port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> => freePorts(1);

/** The first of so many neighbouring ports that were free a moment ago. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(PORTS.from, PORTS.to);
    const free = await Promise.all(Array.from({ length: count }, (_, at) => isFree(first + at)));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}

/** The app as its own process, so that it can be killed as the machine would. */
export class AppProcess {
  readonly #env: Record<string, string>;
  readonly #port: number;
  readonly #command: string[];
  #child: ChildProcess | undefined;
  #folder: string | undefined;
  #output = '';

  /** @param options.fromSource as `npm start` does it, which takes longer */
  constructor(port: number, env: Record<string, string>, options: { fromSource?: boolean } = {}) {
    this.#port = port;
    this.#env = env;
    this.#command = options.fromSource ? ['--import', 'tsx', 'src/main.ts'] : [inject('built').main];
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'segments-app-'));
    const child = spawn(process.execPath, this.#command, {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        PORT: String(this.#port),
        LOG_LEVEL: 'warn',
        DATA_DIR: this.#folder,
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#output = '';
    const keep = (chunk: Buffer) => {
      this.#output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.#child = child;
    await vi.waitFor(
      async () => {
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${this.#output}`);
        const answer = await fetch(`http://127.0.0.1:${this.#port}/readyz`);
        if (answer.status !== 200) throw new Error(`It answers ${answer.status}: ${this.#output}`);
      },
      { timeout: 120_000, interval: 50 },
    );
  }

  /** As `kill -9` does: no good-bye. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it in good order, and takes its data folder away. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }

  /** What it has printed since it was started. */
  get output(): string {
    return this.#output;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
