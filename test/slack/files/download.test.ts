import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidError } from '../../../src/core/errors.ts';
import { downloadFile } from '../../../src/slack/files/download.ts';

const TOKEN = 'xoxb-download';
const KB = 1024;

/** What `files.info` says, and how the download is answered. */
let info: object = {};
let serve: RequestListener = () => {};
let slack: Server;
let elsewhere: Server;
let base = '';
let foreign = '';
/** What the other server was asked for: it must never get the token. */
const strays: (string | undefined)[] = [];

const listen = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );

beforeAll(async () => {
  slack = createServer((request, response) => {
    if (!request.url?.startsWith('/api/')) return void serve(request, response);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(info));
  });
  elsewhere = createServer((request, response) => {
    strays.push(request.headers.authorization);
    response.end('mine');
  });
  base = await listen(slack);
  foreign = await listen(elsewhere);
});
afterAll(() => {
  for (const server of [slack, elsewhere]) {
    server.closeAllConnections();
    server.close();
  }
});

const file = (more: object = {}) => ({
  ok: true,
  file: {
    id: 'F1',
    name: 'list.csv',
    mimetype: 'text/csv',
    size: 5,
    url_private_download: `${base}/f`,
    ...more,
  },
});

const download = (timeout = 2000) =>
  downloadFile(new WebClient(TOKEN, { slackApiUrl: `${base}/api/`, retryConfig: { retries: 0 } }), 'F1', {
    field: 'file',
    maxBytes: 64 * KB,
    timeout,
  });

/** Why it failed, and that this is said at the field. */
async function problem(timeout?: number): Promise<string> {
  const error = await download(timeout).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InvalidError)) throw error ?? new Error('The file was downloaded.');
  expect(error.fields).toMatchObject([{ field: 'file' }]);
  return error.fields[0]?.code ?? '';
}

describe('a file that was handed in', () => {
  it('is fetched with the token, also behind a redirect within Slack', async () => {
    info = file();
    const asked: string[] = [];
    serve = (request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      if (request.url === '/f') response.writeHead(302, { location: '/g' }).end();
      else response.end('a;b\n1');
    };
    expect(await download()).toEqual({
      name: 'list.csv',
      mediaType: 'text/csv',
      content: Buffer.from('a;b\n1'),
    });
    expect(asked).toEqual([`/f Bearer ${TOKEN}`, `/g Bearer ${TOKEN}`]);
  });

  it('is not fetched from anywhere else, by its address or by a redirect', async () => {
    info = file({ url_private_download: `${foreign}/f` });
    expect(await problem()).toBe('file_unreadable');
    info = file({ url_private_download: 'http://files.slack.com/f' });
    expect(await problem()).toBe('file_unreadable');
    info = file({ url_private_download: undefined });
    expect(await problem()).toBe('file_unreadable');
    info = file();
    serve = (_request, response) => void response.writeHead(302, { location: `${foreign}/f` }).end();
    expect(await problem()).toBe('file_unreadable');
    serve = (_request, response) => void response.writeHead(302, { location: '/f' }).end();
    expect(await problem()).toBe('file_unreadable');
    expect(strays).toEqual([]);
  });

  it('is refused when Slack shows its sign-in page instead, unless it is a page itself', async () => {
    info = file();
    serve = (_request, response) =>
      void response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>');
    expect(await problem()).toBe('file_unreadable');
    info = file({ mimetype: 'text/html' });
    expect((await download()).content.toString()).toBe('<p>');
  });

  it('may be as big as allowed, whatever is said of its size', async () => {
    info = file({ size: 64 * KB + 1 });
    expect(await problem()).toBe('file_too_big');
    info = file({ size: 1 });
    let closed = false;
    serve = (_request, response) => {
      response.on('close', () => {
        closed = true;
      });
      const more = () => {
        if (!closed && response.write(Buffer.alloc(16 * KB))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    };
    expect(await problem()).toBe('file_too_big');
    await expect.poll(() => closed).toBe(true);
    serve = (_request, response) => void response.end(Buffer.alloc(64 * KB));
    expect((await download()).content).toHaveLength(64 * KB);
  });

  it.each([
    ['file_gone', { ok: false, error: 'file_not_found' }],
    ['file_gone', { ok: false, error: 'file_deleted' }],
    ['file_gone', { ok: true, file: { id: 'F1', mode: 'tombstone' } }],
    ['file_unreadable', { ok: false, error: 'access_denied' }],
    ['file_scope_missing', { ok: false, error: 'missing_scope', needed: 'files:read' }],
  ])('%s is what Slack means by %j', async (code, said) => {
    info = said;
    expect(await problem()).toBe(code);
  });

  it.each([
    ['file_gone', 404],
    ['file_unreadable', 403],
    ['file_slow', 503],
  ])('%s is what status %i of the download means', async (code, status) => {
    info = file();
    serve = (_request, response) => void response.writeHead(status).end();
    expect(await problem()).toBe(code);
  });

  it('is given up when it does not come in time, or breaks off', async () => {
    info = file();
    serve = (_request, response) => void response.write('a');
    expect(await problem(50)).toBe('file_slow');
    serve = (_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('a', () => response.destroy());
    };
    expect(await problem()).toBe('file_slow');
  });
});
