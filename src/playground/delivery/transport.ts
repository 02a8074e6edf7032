import { createHmac } from 'node:crypto';
import { type JsonObject, parseJson } from '../json.ts';

/** How the app's answer to a request came out. */
export type Answer =
  | { kind: 'answered'; status: number; text: string; json: unknown; noRetry: boolean }
  | { kind: 'timeout' }
  | { kind: 'failed' };

/** A request for the app, as it is written on the wire. */
export interface Envelope {
  kind: 'slash_commands' | 'interactive' | 'events_api';
  payload: JsonObject;
  retry?: { num: number; reason: string };
}

/** The body over HTTP: commands as a form, interactions as a form with one field, events as JSON. */
function bodyOf({ kind, payload }: Envelope): { type: string; body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields: Record<string, string> =
    kind === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}

/**
 * Sends a request, signed for `timestamp` (seconds), to the app and waits for its whole answer, at most
 * `timeoutMs`. docs.slack.dev: verifying-requests-from-slack
 */
export async function sendHttp(
  target: { appUrl: string; signingSecret: string; timeoutMs: number },
  envelope: Envelope,
  timestamp: number,
): Promise<Answer> {
  const { type, body } = bodyOf(envelope);
  const digest = createHmac('sha256', target.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers: Record<string, string> = {
    'content-type': type,
    accept: 'application/json,*/*',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': `v0=${digest}`,
  };
  if (envelope.retry) {
    headers['x-slack-retry-num'] = String(envelope.retry.num);
    headers['x-slack-retry-reason'] = envelope.retry.reason;
  }
  try {
    const response = await fetch(target.appUrl, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(target.timeoutMs),
    });
    const text = await response.text();
    const noRetry = response.headers.get('x-slack-no-retry') === '1';
    return { kind: 'answered', status: response.status, text, json: parseJson(text), noRetry };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { kind: late ? 'timeout' : 'failed' };
  }
}
