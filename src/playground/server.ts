import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { apiRouter } from './api/router.ts';
import { controlRouter } from './control/router.ts';
import { Delivery } from './delivery/deliver.ts';
import { SocketMode } from './delivery/socket.ts';
import { fileRouter } from './file-router.ts';
import { guard } from './guard.ts';
import { child } from './json.ts';
import type { PlaygroundOptions } from './options.ts';
import { pageRouter } from './page-router.ts';
import { responseRouter } from './response-router.ts';
import { persistenceFor } from './world/persistence.ts';
import { World } from './world/world.ts';

export type { PersonSeed, PlaygroundOptions } from './options.ts';

export interface Playground {
  /** Where the page is. */
  url: string;
  /** What the app takes for Slack's Web API. */
  apiUrl: string;
  port: number;
  stop(): Promise<void>;
}

/** Starts a Slack on this machine for one app; reachable from this machine only. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const world = new World(options);
  const socket = new SocketMode(world.tickets);
  const delivery = new Delivery(world, socket);
  const app = express().disable('x-powered-by').use(guard);
  app.use('/api', apiRouter(world));
  app.use('/response', responseRouter(world));
  app.use(fileRouter(world));
  app.use('/control', controlRouter({ world, delivery }));
  app.use(pageRouter());
  app.use(failures);

  const persistence = persistenceFor(world);
  await persistence?.start();
  const server = createServer(app);
  socket.attach(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.url = `http://127.0.0.1:${port}`;
  return {
    url: world.url,
    apiUrl: `${world.url}/api/`,
    port,
    async stop() {
      world.stopped = true;
      socket.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await persistence?.stop();
    },
  };
}

/** Bodies that are too long or no JSON, and mistakes in the playground itself. */
function failures(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = Number(child({ error }, 'error').status) || 500;
  if (status >= 500) console.error('Playground:', error);
  const code = status === 413 ? 'too_large' : status >= 500 ? 'internal_error' : 'invalid_json';
  response.status(status).json({ ok: false, error: code, messages: [String(error)] });
}
