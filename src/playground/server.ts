import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { apiRouter } from './api/router.ts';
import { controlRouter } from './control/router.ts';
import { Delivery } from './delivery/deliver.ts';
import { SocketMode } from './delivery/socket.ts';
import { guard } from './guard.ts';
import type { PlaygroundOptions } from './options.ts';
import { responseRouter } from './response-router.ts';
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
  const socket = new SocketMode();
  const delivery = new Delivery(world, socket);
  const app = express().disable('x-powered-by').use(guard);
  app.use('/api', apiRouter(world));
  app.use('/response', responseRouter(world));
  app.use('/control', controlRouter({ world, delivery }));

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
      socket.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
