import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const SECRET = 'a-signing-secret';

export interface Received {
  kind: 'command' | 'interaction' | 'event';
  // biome-ignore lint/suspicious/noExplicitAny: tests look at payloads freely
  payload: any;
  headers: IncomingHttpHeaders;
  raw: string;
}

export type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | 'silence';

/** A bare app that checks each signature itself, keeps what it gets and answers as the test says. */
export class TinyApp {
  readonly received: Received[] = [];
  badSignatures = 0;
  /** Decides each answer; an empty 200 unless the test sets it. */
  reply: (received: Received) => Reply | Promise<Reply> = () => ({});
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      let raw = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => {
        raw += chunk;
      });
      request.on('end', async () => {
        const stamp = String(request.headers['x-slack-request-timestamp']);
        const digest = createHmac('sha256', SECRET).update(`v0:${stamp}:${raw}`).digest('hex');
        const recent = Math.abs(Date.now() / 1000 - Number(stamp)) < 300;
        if (request.headers['x-slack-signature'] !== `v0=${digest}` || !recent) this.badSignatures += 1;
        const received = parse(raw, request.headers);
        this.received.push(received);
        const reply = await this.reply(received);
        if (reply === 'silence') return;
        const { status = 200, body, headers = {} } = reply;
        const text = body === undefined || typeof body === 'string' ? (body ?? '') : JSON.stringify(body);
        const type = typeof body === 'object' ? 'application/json' : 'text/plain';
        response.writeHead(status, { 'content-type': type, ...headers }).end(text);
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/slack/events`;
  }

  /** The last request that the app got. */
  get last(): Received {
    const last = this.received.at(-1);
    if (!last) throw new Error('The app got no request');
    return last;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function parse(raw: string, headers: IncomingHttpHeaders): Received {
  if (headers['content-type']?.includes('json')) {
    return { kind: 'event', payload: JSON.parse(raw), headers, raw };
  }
  const form = Object.fromEntries(new URLSearchParams(raw));
  return form.payload
    ? { kind: 'interaction', payload: JSON.parse(form.payload), headers, raw }
    : { kind: 'command', payload: form, headers, raw };
}
