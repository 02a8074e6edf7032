import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';

const ASK_EVERY_MS = 600_000;

/** Keeps posts back while Slack takes nothing with the app's token, so that it is not called in vain. */
export interface TokenGate {
  /** @param reason Slack's error code, or the event that told of it */
  close(reason: string): void;
  /** While it is closed, Slack is asked now and then whether it takes the token after all. */
  isOpen(): Promise<boolean>;
}

/** Where the token is not watched. */
export const OPEN_GATE: TokenGate = { close: () => {}, isOpen: async () => true };

/**
 * Slack's answers that mean the token itself: the app was uninstalled, or the token revoked. Now and then Slack gives
 * them in error.
 */
const TOKEN_GONE = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
]);
export const isTokenGone = (error: string): boolean => TOKEN_GONE.has(error);

/** @param every milliseconds between two questions to Slack */
export function createTokenGate(options: {
  client: WebClient;
  log: Logger;
  now: () => Date;
  every?: number;
}): TokenGate {
  const { client, log, now, every = ASK_EVERY_MS } = options;
  let closed = false;
  let nextAsk = 0;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    nextAsk = now().getTime() + every;
    try {
      await client.auth.test();
      closed = false;
      log.info('Slack takes the token again: posts go on');
    } catch {
      // The next question is for later.
    }
  }
  return {
    close(reason) {
      nextAsk = now().getTime() + every;
      if (closed) return;
      closed = true;
      log.warn(
        { reason },
        'Slack takes nothing with this token: posts wait until the app is installed again',
      );
    },
    async isOpen() {
      if (!closed) return true;
      if (now().getTime() >= nextAsk) {
        asking ??= ask().finally(() => {
          asking = undefined;
        });
      }
      await asking;
      return !closed;
    },
  };
}
