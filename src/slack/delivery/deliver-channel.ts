import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Context, Database } from '../../core/context.ts';
import { lastPostedAt, nextPost, readAudience } from '../../services/delivery/due-post.ts';
import { deliverPost } from './deliver-post.ts';
import { OPEN_GATE, type TokenGate } from './token-gate.ts';
import type { RenderPost } from './types.ts';

/** Slack takes about one message a second per channel. */
export const CHANNEL_INTERVAL_MS = 1000;
/** Then other jobs have a turn: a long thread must not keep the workers from all else. */
const POSTS_PER_RUN = 10;

export interface DeliverChannelInput {
  db: Database;
  workspaceId: number;
  /** Channel id, or Slack user id for a direct message. */
  channel: string;
  /** Of `deliveryClient`, for the workspace's token. */
  client: WebClient;
  render: RenderPost;
  now: () => Date;
  log: Logger;
  /** Milliseconds between two posts; tests take less. */
  interval?: number;
  sleep?: (ms: number) => Promise<void>;
  /** Ends the run after the post at hand. */
  signal?: AbortSignal;
  gate?: TokenGate;
}

export interface DeliveryResult {
  /** There is more to do, not before then, whatever news there is. */
  again?: Date;
}

/**
 * Sends what is due in a channel, in order, replies after their parents, at most one a second. One run per channel
 * at a time is up to the caller.
 * @returns when to go on, if anything that is due is left and the token is good
 */
export async function deliverChannel(input: DeliverChannelInput): Promise<DeliveryResult> {
  const { db, workspaceId, channel, client, render, now, log, signal } = input;
  const { interval = CHANNEL_INTERVAL_MS, sleep = wait, gate = OPEN_GATE } = input;
  if (!(await gate.isOpen())) return {};
  const base: Context = {
    db,
    workspaceId,
    now,
    actor: { kind: 'job', name: 'deliver-posts' },
    locale: 'en',
    timeZone: 'UTC',
  };
  const ctx = { ...base, ...(await readAudience(base, channel)) };
  let lastAt = (await lastPostedAt(ctx, channel))?.getTime() ?? 0;
  for (let count = 0; ; count += 1) {
    const post = await nextPost(ctx, channel);
    if (!post) return {};
    if (count >= POSTS_PER_RUN || signal?.aborted) return { again: now() };
    const pause = lastAt + interval - now().getTime();
    if (pause > 0) await sleep(Math.min(pause, interval));
    const seconds = await deliverPost({ ctx, client, render, log, gate }, post);
    lastAt = now().getTime();
    if (seconds === undefined) continue;
    // What is left has no job then: upkeep queues it when the token is good again.
    return (await gate.isOpen()) ? { again: new Date(lastAt + seconds * 1000) } : {};
  }
}
