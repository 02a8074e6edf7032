import { LogLevel, WebClient } from '@slack/web-api';

/** As long as Slack may take for one call before its outcome counts as unknown. */
export const CALL_TIMEOUT_MS = 10_000;

/**
 * The client for posts of the queue. It repeats nothing by itself: the queue decides when and whether to try again,
 * because a repeated post can show twice. Never give it `headers`: the client writes its token into that object.
 * @param apiUrl of another server than Slack's
 */
export const deliveryClient = (token: string, apiUrl?: string): WebClient =>
  new WebClient(token, {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    // What fails is logged with the post it was about; lower levels would print its text.
    logLevel: LogLevel.ERROR,
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  });
