import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to connections that go out (from 32,768 on Linux, `ip_local_port_range`): one of
 * those may be taken while the server is away for a moment.
 */
export const PORTS = { from: 20_000, to: 32_000 } as const;
const TRIES = 20;

/**
 * A port of 127.0.0.1 that was free a moment ago: the wanted one when it is, so that clients of a
 * server that was started again find it where it was.
 */
export async function freePort(wanted: number | undefined): Promise<number> {
  const wishes = Array.from({ length: TRIES }, () => randomInt(PORTS.from, PORTS.to));
  if (wanted !== undefined) wishes.unshift(wanted);
  for (const port of wishes) {
    const free = await probe(port).catch(() => undefined);
    if (free !== undefined) return free;
  }
  return probe(0);
}

function probe(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('The machine has no free port on 127.0.0.1.'));
      });
    });
  });
}
