import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { isHostAllowed } from '../guard.ts';
import { isObject, parseJson, stringOf } from '../json.ts';
import { APP_ID } from '../options.ts';
import type { Answer, Envelope } from './transport.ts';

const PING_MS = 10_000;

/** Socket Mode: the app connects to the playground and gets its requests over that connection. */
export class SocketMode {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets: Set<string>;
  readonly #waiting = new Map<string, (payload: unknown) => void>();
  readonly #sockets = new Set<WebSocket>();

  constructor(tickets: Set<string>) {
    this.#tickets = tickets;
  }

  /** Takes the connections of apps that have a ticket. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'ws://127.0.0.1');
      const known = pathname === '/link/' && this.#tickets.delete(searchParams.get('ticket') ?? '');
      if (!known || !isHostAllowed(request.headers.host)) {
        socket.destroy();
        return;
      }
      this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection));
    });
  }

  get connected(): boolean {
    return this.#sockets.size > 0;
  }

  /** Sends the request over the newest connection and waits for its acknowledgement. */
  send(envelope: Envelope, timeoutMs: number): Promise<Answer> {
    const socket = [...this.#sockets].at(-1);
    if (!socket) return Promise.resolve({ kind: 'failed' });
    const id = randomUUID();
    const { kind, payload, retry } = envelope;
    return new Promise((resolve) => {
      const done = (answer: Answer) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(answer);
      };
      const timer = setTimeout(() => done({ kind: 'timeout' }), timeoutMs);
      this.#waiting.set(id, (content) => {
        const empty = content === undefined || (isObject(content) && Object.keys(content).length === 0);
        const text = empty ? '' : JSON.stringify(content);
        done({ kind: 'answered', status: 200, text, json: empty ? undefined : content, noRetry: false });
      });
      socket.send(
        JSON.stringify({
          envelope_id: id,
          type: kind,
          payload,
          accepts_response_payload: kind !== 'events_api',
          ...(kind === 'events_api'
            ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }
            : {}),
        }),
      );
    });
  }

  stop(): void {
    for (const socket of this.#sockets) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    this.#sockets.add(socket);
    const ping = setInterval(() => socket.ping(), PING_MS);
    socket.on('close', () => {
      clearInterval(ping);
      this.#sockets.delete(socket);
    });
    socket.on('message', (data) => {
      const message = parseJson(String(data));
      if (isObject(message)) this.#waiting.get(stringOf(message.envelope_id) ?? '')?.(message.payload);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.size,
        // docs.slack.dev: using-socket-mode, "approximate_connection_time"
        debug_info: { host: 'playground', approximate_connection_time: 18_060 },
        connection_info: { app_id: APP_ID },
      }),
    );
  }
}
