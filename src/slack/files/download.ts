import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { z } from 'zod';
import { type ErrorCode, type ErrorParams, InvalidError } from '../../core/errors.ts';

/** The most that Slack lets a person hand in through a modal. */
export const FILE_INPUT_BYTES = 10 * 1024 * 1024;

const TIMEOUT_MS = 30_000;
const REDIRECTS = 3;
const SLACK_FILES = 'https://files.slack.com';
const MB = 1024 * 1024;

export interface DownloadOptions {
  /** Field of the form that the file was handed in at: problems are shown there. */
  field: string;
  /** Bytes. */
  maxBytes: number;
  /** Milliseconds for all of it. */
  timeout?: number;
}

export interface DownloadedFile {
  name: string;
  /** As Slack names it; what is in the file need not fit. */
  mediaType: string;
  content: Buffer;
}

type FieldError = (code: ErrorCode, params?: ErrorParams) => InvalidError;

/**
 * Fetches a file that somebody handed in through a `file_input`. Slack is always asked for the file first: only then
 * does it say what is wrong with one that cannot be read, and files of other organizations come without an address.
 * @param client of a listener, with the workspace's token
 * @throws InvalidError at the field: file_gone, file_unreadable, file_scope_missing, file_too_big,
 * file_slow
 */
export async function downloadFile(
  client: WebClient,
  fileId: string,
  { field, maxBytes, timeout = TIMEOUT_MS }: DownloadOptions,
): Promise<DownloadedFile> {
  const fail: FieldError = (code, params = {}) => new InvalidError(code, params, [{ field, code, params }]);
  const tooBig = () => fail('file_too_big', { max: Math.floor(maxBytes / MB) });
  const file = await describe(client, fileId, fail);
  if (file.size > maxBytes) throw tooBig();
  try {
    const response = await open(client, file, AbortSignal.timeout(timeout), fail);
    const content = await readUpTo(response, maxBytes);
    if (!content) throw tooBig();
    return { name: file.name, mediaType: file.mimetype, content };
  } catch (error) {
    if (error instanceof InvalidError) throw error;
    throw fail('file_slow');
  }
}

const answer = z.object({
  file: z.object({
    name: z
      .string()
      .nullish()
      .transform((name) => name ?? 'file'),
    mimetype: z
      .string()
      .nullish()
      .transform((type) => type ?? 'application/octet-stream'),
    size: z
      .number()
      .nullish()
      .transform((size) => size ?? 0),
    mode: z.string().optional(),
    url_private_download: z.string().optional(),
  }),
});
type Described = z.infer<typeof answer>['file'];

const GONE = new Set(['file_not_found', 'file_deleted']);

async function describe(client: WebClient, fileId: string, fail: FieldError): Promise<Described> {
  try {
    const { file } = answer.parse(await client.files.info({ file: fileId }));
    if (file.mode === 'tombstone') throw fail('file_gone');
    return file;
  } catch (error) {
    if (error instanceof WebAPIRequestError) throw fail('file_slow');
    if (!(error instanceof WebAPIPlatformError)) throw error;
    const { error: code } = error.data;
    if (GONE.has(code)) throw fail('file_gone');
    if (code === 'missing_scope') throw fail('file_scope_missing', { scope: 'files:read' });
    throw fail('file_unreadable');
  }
}

/** The token goes to Slack's file server, or to the server that is set as the API's, and to no other. */
async function open(
  client: WebClient,
  file: Described,
  signal: AbortSignal,
  fail: FieldError,
): Promise<Response> {
  const api = new URL(client.slackApiUrl);
  const allowed = new Set([SLACK_FILES, `https://files.${api.host}`, api.origin]);
  let address = file.url_private_download ?? '';
  for (let turn = 0; turn <= REDIRECTS; turn += 1) {
    if (!URL.canParse(address)) throw fail('file_unreadable');
    const url = new URL(address);
    if (!allowed.has(url.origin)) throw fail('file_unreadable');
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${client.token}` },
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) {
      const code = refusal(response, file);
      if (code === undefined) return response;
      await response.body?.cancel();
      throw fail(code);
    }
    await response.body?.cancel();
    address = new URL(location, url).href;
  }
  throw fail('file_unreadable');
}

function refusal(response: Response, file: Described): ErrorCode | undefined {
  if (response.status === 404 || response.status === 410) return 'file_gone';
  if (response.status === 429 || response.status >= 500) return 'file_slow';
  if (!response.ok) return 'file_unreadable';
  // Slack shows its sign-in page, with status 200, to those who may not read the file.
  const isPage = /^text\/html\b/i.test(response.headers.get('content-type') ?? '');
  return isPage && file.mimetype !== 'text/html' ? 'file_unreadable' : undefined;
}

/** @returns undefined when there is more; counted as it comes, because a header may say anything */
async function readUpTo(response: Response, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early ends the download.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
