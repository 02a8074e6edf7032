import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { layout, SETTINGS_FILE } from './cluster.ts';
import type { Engine } from './engine.ts';
import { EmbeddedPostgresError } from './error.ts';
import { freePort } from './port.ts';
import { findServer, type RunningServer } from './postmaster.ts';
import { type Runner, run } from './run.ts';
import { explainIdentity, handOver } from './runner.ts';
import { formatSettings, type Settings } from './settings.ts';

const ATTEMPTS = 5;

/** Starts the server on a free loopback port and waits until it takes connections. */
export async function startServer(
  dataDir: string,
  engine: Engine,
  runner: Runner,
  settings: Settings,
): Promise<RunningServer> {
  const { cluster, log } = layout(dataDir);
  const conf = join(cluster, SETTINGS_FILE);
  let wanted = await lastPort(conf);
  let said = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const network = {
      listen_addresses: '127.0.0.1',
      port: await freePort(wanted),
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
    if (/could not bind|could not create any TCP/.test(said)) {
      // Somebody took the port after it was seen free.
      wanted = undefined;
    } else if (/shared memory block .* is still in use/.test(said)) {
      // Processes of a server that crashed are still noticing it.
      await sleep(1000);
    } else {
      break;
    }
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

/** The port that the server had when it ran last. */
async function lastPort(conf: string): Promise<number | undefined> {
  const text = await readFile(conf, 'utf8').catch(() => '');
  const port = /^port = '(\d+)'$/m.exec(text)?.[1];
  return port === undefined ? undefined : Number(port);
}
