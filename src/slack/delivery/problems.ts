import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** What an error of a call to Slack means for the post. */
export type Problem =
  /** Slack did nothing and says when to come back. */
  | { kind: 'busy'; seconds: number }
  /** It may have happened or not: no answer, or a broken one. */
  | { kind: 'unknown'; error: string }
  /** Slack did nothing, and nothing will work before an admin mends the installation. */
  | { kind: 'installation'; error: string }
  /** Slack did nothing and never will with this post. */
  | { kind: 'final'; error: string };

/** Slack's own troubles; it answers with them in place of a status of 5xx. */
const SLACK_TROUBLE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
/** The token or its scopes: true for all posts of the workspace, and mended by installing the app again. */
const INSTALLATION = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'org_login_required',
  'ekm_access_denied',
  'team_access_not_granted',
]);
const BUSY = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
/** Slack names no time with these. */
const BUSY_SECONDS = 30;

/** @returns undefined for an error that does not come from Slack */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'busy', seconds: error.retryAfter };
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', error: `http_${error.statusCode}` };
  if (error instanceof UploadError && error.refused) return { kind: 'final', error: 'upload_refused' };
  if (error instanceof WebAPIRequestError || error instanceof UploadError) {
    return { kind: 'unknown', error: 'no_answer' };
  }
  if (!(error instanceof WebAPIPlatformError)) return undefined;
  const code = error.data.error;
  if (BUSY.has(code)) return { kind: 'busy', seconds: BUSY_SECONDS };
  if (SLACK_TROUBLE.has(code)) return { kind: 'unknown', error: code };
  if (INSTALLATION.has(code)) return { kind: 'installation', error: code };
  return { kind: 'final', error: code };
}

/** Statuses of 4xx that say to come again: the request took too long, or there were too many. */
const COME_AGAIN = new Set([408, 429]);

/** The upload of a file's bytes failed, which no method of the Web API reports. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
  /** The server has looked at it and will not take it. */
  readonly refused: boolean;

  constructor(message: string, { status = 0, ...options }: ErrorOptions & { status?: number } = {}) {
    super(message, options);
    this.refused = status >= 400 && status < 500 && !COME_AGAIN.has(status);
  }
}
