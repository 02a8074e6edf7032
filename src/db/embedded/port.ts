import { createServer } from 'node:net';

/**
 * A port of 127.0.0.1 that was free a moment ago: the wanted one when it is, so that clients of a
 * server that was started again find it where it was.
 */
export async function freePort(wanted: number | undefined): Promise<number> {
  return wanted === undefined ? probe(0) : probe(wanted).catch(() => probe(0));
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
