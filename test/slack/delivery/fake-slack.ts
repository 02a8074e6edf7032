import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeMessage {
  channel: string;
  ts: string;
  text: string;
  thread_ts?: string;
  metadata?: { event_type: string; event_payload: { post_id: number } };
  edits: number;
  /** The clock when it came. */
  at: number;
}

export interface FakeCall {
  method: string;
  args: Record<string, string>;
  /** The clock at that moment. */
  at: number;
}

/** What goes wrong with the next call of a method. */
export type Fault =
  | { status: number; retryAfter?: number }
  | { error: string }
  /** Carried out, but the connection breaks before the answer. */
  | { lost: true };

export interface FakeFile {
  id: string;
  bytes?: Buffer;
  share?: { channel: string; thread_ts?: string; comment?: string };
}

/** The few methods that posting needs, with everything that can happen to a call. */
export interface FakeSlack {
  apiUrl: string;
  messages: FakeMessage[];
  files: FakeFile[];
  calls: FakeCall[];
  /** The next calls of a method, or the next uploads of bytes (`upload`), meet these, in order. */
  faults: Map<string, Fault[]>;
  /** What other calls meet. */
  weather: { fault: (method: string) => Fault | undefined };
  stop(): Promise<void>;
}

type Args = Record<string, string>;

export async function startFakeSlack(clock: () => number): Promise<FakeSlack> {
  const state = { messages: [] as FakeMessage[], files: [] as FakeFile[], calls: [] as FakeCall[] };
  const faults: FakeSlack['faults'] = new Map();
  const weather: FakeSlack['weather'] = { fault: () => undefined };
  let base = '';
  let count = 0;

  const directOf = (channel: string) => (/^U/.test(channel) ? `D${channel.slice(1)}` : channel);
  const methods: Record<string, (args: Args) => object> = {
    'chat.postMessage': (args) => {
      count += 1;
      const message: FakeMessage = {
        channel: directOf(args.channel ?? ''),
        ts: `${Math.floor(clock() / 1000)}.${String(count).padStart(6, '0')}`,
        text: args.text ?? '',
        edits: 0,
        at: clock(),
        ...(args.thread_ts ? { thread_ts: args.thread_ts } : {}),
        ...(args.metadata ? { metadata: JSON.parse(args.metadata) } : {}),
      };
      state.messages.push(message);
      return { channel: message.channel, ts: message.ts };
    },
    'chat.update': (args) => {
      const message = state.messages.find((one) => one.channel === args.channel && one.ts === args.ts);
      if (!message) return { ok: false, error: 'message_not_found' };
      message.text = args.text ?? '';
      message.edits += 1;
      return { channel: message.channel, ts: message.ts };
    },
    'conversations.history': (args) => ({
      messages: newer(args).filter((one) => one.thread_ts === undefined),
    }),
    'conversations.replies': (args) => ({
      messages: newer(args).filter((one) => one.thread_ts === args.ts || one.ts === args.ts),
    }),
    'files.getUploadURLExternal': () => {
      const file = { id: `F${state.files.length + 1}` };
      state.files.push(file);
      return { file_id: file.id, upload_url: `${base}/upload/${file.id}` };
    },
    'files.completeUploadExternal': (args) => {
      const [{ id }] = JSON.parse(args.files ?? '[]');
      const file = state.files.find((one) => one.id === id);
      if (!file?.bytes) return { ok: false, error: 'file_not_found' };
      const { channel_id: channel = '', thread_ts, initial_comment: comment } = args;
      file.share = { channel, ...(thread_ts ? { thread_ts } : {}), ...(comment ? { comment } : {}) };
      return { files: [{ id }] };
    },
    'files.info': (args) => {
      const file = state.files.find((one) => one.id === args.file);
      if (!file?.share) return { ok: false, error: 'file_not_found' };
      return { file: { id: file.id, shares: { private: { [file.share.channel]: [{}] } } } };
    },
  };
  const newer = (args: Args) =>
    state.messages.filter((one) => one.channel === args.channel && Number(one.ts) > Number(args.oldest));

  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('/');
    const body = await read(request);
    if (path[1] === 'upload') {
      const refusal = faults.get('upload')?.shift();
      if (refusal && !('lost' in refusal)) return fail(response, refusal);
      const file = state.files.find((one) => one.id === path[2]);
      if (file) file.bytes = body;
      return response.end('OK');
    }
    const method = path.at(-1) ?? '';
    const args = Object.fromEntries(new URLSearchParams(body.toString()));
    state.calls.push({ method, args, at: clock() });
    const fault = faults.get(method)?.shift() ?? weather.fault(method);
    if (fault && !('lost' in fault)) return fail(response, fault);
    const answer = { ok: true, ...methods[method]?.(args) };
    if (fault) return response.destroy();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...state,
    faults,
    weather,
    apiUrl: `${base}/api/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function fail(response: ServerResponse, fault: Exclude<Fault, { lost: true }>): void {
  if ('error' in fault) {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: false, error: fault.error }));
    return;
  }
  if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
  response.statusCode = fault.status;
  response.end();
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
