import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { SlackMessage } from '../blocks/index.ts';
import type { Logger } from '../logger.ts';

export interface Answer {
  client: WebClient;
  log: Logger;
  slackUserId: string;
  channel: string | null;
  responseUrl: string | null;
  message: SlackMessage;
}

/** As long as the other calls to Slack may take. */
const TIMEOUT_MS = 2500;
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

/**
 * Tells a person something where they began, seen by them alone: through the `response_url`, which also reaches
 * channels the app is not in; else as an ephemeral message; else by direct message.
 */
export async function answerPerson(answer: Answer): Promise<void> {
  const { client, channel, responseUrl, message, slackUserId } = answer;
  if (responseUrl && (await respond(responseUrl, message))) return;
  if (channel && (await postEphemeral(answer, channel))) return;
  await client.chat.postMessage({ channel: slackUserId, ...message, ...QUIET });
}

/**
 * Puts a message in place of the one that was pressed in.
 * @returns false when that cannot be done any more
 */
export const replaceAnswer = (url: string, message: SlackMessage): Promise<boolean> =>
  respond(url, message, true);

/** @returns false when it has expired, was used up, or cannot be reached */
async function respond(url: string, message: SlackMessage, replace = false): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: replace, ...QUIET }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** @returns false when the app, or the person, is not in the channel */
async function postEphemeral(
  { client, log, slackUserId, message }: Answer,
  channel: string,
): Promise<boolean> {
  try {
    await client.chat.postEphemeral({ channel, user: slackUserId, ...message });
    return true;
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    log.info({ slack: error.data.error }, 'An ephemeral answer goes by direct message instead');
    return false;
  }
}
