import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { layout, SETTINGS_FILE } from './cluster.ts';
import type { Engine } from './engine.ts';
import { EmbeddedPostgresError } from './error.ts';
import { findServer, type RunningServer } from './postmaster.ts';
import { type Runner, run } from './run.ts';
import { explainIdentity, handOver } from './runner.ts';
import { formatSettings, type Settings } from './settings.ts';

const ATTEMPTS = 3;

/** Starts the server on a free loopback port and waits until it takes connections. */
export async function startServer(
  dataDir: string,
  engine: Engine,
  runner: Runner,
  settings: Settings,
): Promise<RunningServer> {
  const { cluster, log } = layout(dataDir);
  const conf = join(cluster, SETTINGS_FILE);
  let said = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const network = {
      listen_addresses: '127.0.0.1',
      port: await freePort(),
      // Everything connects over loopback: a socket's path would have to stay under 100 characters.
      unix_socket_directories: '',
    };
    await writeFile(conf, formatSettings({ ...settings, ...network }));
    await handOver(runner, conf);
    await rename(log, `${log}.old`).catch(() => undefined);
    const { code, output } = await run(runner, join(engine.bin, 'pg_ctl'), [
      ...['start', '--wait', '--timeout=60', '--silent'],
      ...['-D', cluster, '-l', log],
    ]);
    const server = code === 0 ? await findServer(dataDir) : undefined;
    if (server) return server;
    said = `${output}\n${await readFile(log, 'utf8').catch(() => '')}`.trim();
    if (!/could not bind|could not create any TCP/.test(said)) break;
  }
  throw (
    explainIdentity(said) ??
    new EmbeddedPostgresError(`The embedded Postgres did not start. It said: ${tail(said)}`)
  );
}

/** Stops the server; clients that are still connected are cut off. */
export async function stopServer(dataDir: string, engine: Engine, runner: Runner): Promise<void> {
  const { cluster } = layout(dataDir);
  const { code, output } = await run(runner, join(engine.bin, 'pg_ctl'), [
    ...['stop', '--wait', '--timeout=60', '--silent', '--mode=fast'],
    ...['-D', cluster],
  ]);
  if (code === 0 || (await findServer(dataDir)) === undefined) return;
  throw new EmbeddedPostgresError(`The embedded Postgres did not stop. It said: ${tail(output)}`);
}

function tail(text: string): string {
  return text.split('\n').slice(-12).join('\n');
}

/** A port that was free a moment ago; who takes it in between makes the start try another one. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new EmbeddedPostgresError('No free port was found on 127.0.0.1.'));
      });
    });
  });
}
