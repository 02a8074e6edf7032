import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { SlackConnection } from './host.ts';
import { boltLogger, type Logger } from './logger.ts';

/** Where Slack sends everything. */
export const EVENTS_PATH = '/slack/events';

/** A view of Slack's 250 KB, form-encoded, with its state. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** Slack's own advice for the age of a signature; Bolt checks the past only. */
const MAX_SKEW_SECONDS = 5 * 60;

export interface ReceiverOptions {
  slack: SlackConnection;
  port: number;
  log: Logger;
  now: () => Date;
  /** Whether the app can work: the database answers, and it is not being stopped. */
  ready: () => Promise<boolean>;
}

export interface Receiver {
  bolt: HTTPReceiver | SocketModeReceiver;
  /** Opens the port (0: any free one). @returns the port */
  listen: () => Promise<number>;
  /** Takes no more requests; those under way are finished. */
  close: () => Promise<void>;
}

/** How requests of Slack come in: over HTTP, or over Socket Mode with only the health pages on the port. */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { slack, log, port } = options;
  const logger = boltLogger(log, 'receiver');
  const bolt =
    slack.mode === 'http'
      ? new HTTPReceiver({
          signingSecret: slack.signingSecret,
          endpoints: [EVENTS_PATH],
          bodyLimit: BODY_LIMIT_BYTES,
          logger,
        })
      : new SocketModeReceiver({
          appToken: slack.appToken,
          logger,
          installerOptions: slack.apiUrl ? { clientOptions: { slackApiUrl: slack.apiUrl } } : {},
        });
  const server = createServer((request, response) => {
    route(request, response, bolt, options).catch((error: unknown) => {
      log.error({ err: error }, 'A request could not be taken');
      response.destroy();
    });
  });
  return {
    bolt,
    listen: async () => {
      await listening(server, port);
      if (bolt instanceof SocketModeReceiver) await bolt.start();
      return (server.address() as AddressInfo).port;
    },
    close: async () => {
      if (bolt instanceof SocketModeReceiver) await bolt.stop();
      await closed(server);
    },
  };
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  bolt: HTTPReceiver | SocketModeReceiver,
  { ready, now, log }: ReceiverOptions,
): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0];
  if (path === EVENTS_PATH && request.method === 'POST' && bolt instanceof HTTPReceiver) {
    // Refused before it is read; what is left of it would spoil the connection for the next request.
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) {
      response.setHeader('connection', 'close');
      return answer(response, 413);
    }
    if (!isTimely(request, now())) {
      log.warn('A request was refused because of its timestamp');
      return answer(response, 401);
    }
    bolt.requestListener(request, response);
    return;
  }
  if (path === '/healthz' && request.method === 'GET') return answer(response, 200, 'ok');
  if (path === '/readyz' && request.method === 'GET') {
    return (await ready().catch(() => false))
      ? answer(response, 200, 'ready')
      : answer(response, 503, 'not ready');
  }
  return answer(response, 404);
}

/** A signature from the future could be kept and used later, so both directions count. */
function isTimely(request: IncomingMessage, now: Date): boolean {
  const header = request.headers['x-slack-request-timestamp'];
  const stamp = typeof header === 'string' && /^\d+$/.test(header) ? Number(header) : Number.NaN;
  return Math.abs(now.getTime() / 1000 - stamp) <= MAX_SKEW_SECONDS;
}

function answer(response: ServerResponse, status: number, text = ''): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
