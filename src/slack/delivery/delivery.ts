import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Context } from '../../core/context.ts';
import type { TokenGate } from './token-gate.ts';
import type { RenderPost } from './types.ts';

/** What sending one post takes. */
export interface Delivery {
  /** A job's, with the reader's language and zone; never in a transaction: no row is held while Slack is called. */
  ctx: Context;
  client: WebClient;
  render: RenderPost;
  log: Logger;
  gate: TokenGate;
}
