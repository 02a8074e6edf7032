import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const SIGNING_SECRET = 'a secret of the tests';

export interface Call {
  method: string;
  token: string | undefined;
  args: Record<string, string>;
}

/** A Web API that writes down what it is asked; for tests of the framework, which need no more of Slack. */
export interface SlackStub {
  apiUrl: string;
  responseUrl: string;
  calls: Call[];
  responses: Record<string, unknown>[];
  /** What a method answers instead of `{ ok: true }`; a promise lets it wait. */
  answers: Map<string, (args: Record<string, string>) => object | Promise<object>>;
  stop(): Promise<void>;
}

export async function startSlackStub(team: { id: string; name: string }): Promise<SlackStub> {
  const calls: Call[] = [];
  const responses: Record<string, unknown>[] = [];
  const answers: SlackStub['answers'] = new Map();
  answers.set('auth.test', () => ({
    team_id: team.id,
    team: team.name,
    bot_id: 'B0BOT',
    user_id: 'U0BOT',
  }));
  answers.set('users.info', ({ user }) => ({
    user: { id: user, name: 'rita', locale: 'en-US', tz: 'Europe/Copenhagen', team_id: team.id },
  }));
  const server = createServer(async (request, response) => {
    const body = await read(request);
    response.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/response')) {
      responses.push(JSON.parse(body));
      return response.end('{"ok":true}');
    }
    const method = (request.url ?? '').split('/').at(-1) ?? '';
    const args = Object.fromEntries(new URLSearchParams(body));
    calls.push({ method, token: request.headers.authorization, args });
    response.end(JSON.stringify({ ok: true, ...(await answers.get(method)?.(args)) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${base}/api/`,
    responseUrl: `${base}/response/1`,
    calls,
    responses,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export interface Delivery {
  /** Seconds to add to the timestamp. */
  skew?: number;
  secret?: string;
  headers?: Record<string, string>;
}

/** Sends a signed request to the app as Slack does. */
export function deliver(
  port: number,
  body: string,
  type: string,
  delivery: Delivery = {},
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) + (delivery.skew ?? 0));
  const signature = createHmac('sha256', delivery.secret ?? SIGNING_SECRET)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...delivery.headers,
    },
  });
}

const FORM = 'application/x-www-form-urlencoded';

export const deliverCommand = (port: number, fields: Record<string, string>, delivery?: Delivery) =>
  deliver(port, new URLSearchParams(fields).toString(), FORM, delivery);

export const deliverInteraction = (port: number, payload: object, delivery?: Delivery) =>
  deliver(port, new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM, delivery);

export const deliverEvent = (port: number, payload: object, delivery?: Delivery) =>
  deliver(port, JSON.stringify(payload), 'application/json', delivery);
