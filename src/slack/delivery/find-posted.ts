import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { problemOf } from './problems.ts';

/** The metadata that every post carries: it holds an id only, because other apps can read it. */
export const EVENT_TYPE = 'segments_post';

export const metadataOf = (postId: number) => ({
  event_type: EVENT_TYPE,
  event_payload: { post_id: postId },
});

const page = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.object({ post_id: z.number() }) })
          .optional()
          .catch(undefined),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Slack gives up to this many at once; its clock and ours may differ by a minute. */
const PAGE = 200;
const CLOCK_SKEW_S = 60;

export interface Place {
  channel: string;
  threadTs?: string;
}

export type Search =
  | { found: true; ts: string }
  | { found: false }
  /** The app may not read there. */
  | { found: 'unknown'; error: string };

/**
 * Looks for a post whose fate is unknown, by the id in its metadata, among the messages since it was first attempted.
 * Needs `channels:history`, `groups:history` or `im:history`, which the app can do without.
 */
export async function findPosted(
  client: WebClient,
  place: Place,
  post: { id: number; attemptedAt: Date },
): Promise<Search> {
  const oldest = String(post.attemptedAt.getTime() / 1000 - CLOCK_SKEW_S);
  const { channel, threadTs } = place;
  try {
    for (let cursor = ''; ; ) {
      const query = {
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor ? { cursor } : {}),
      };
      const answer = page.parse(
        threadTs === undefined
          ? await client.conversations.history(query)
          : await client.conversations.replies({ ...query, ts: threadTs }),
      );
      const hit = answer.messages.find(
        ({ metadata }) => metadata?.event_type === EVENT_TYPE && metadata.event_payload.post_id === post.id,
      );
      if (hit) return { found: true, ts: hit.ts };
      cursor = answer.response_metadata?.next_cursor ?? '';
      if (cursor === '') return { found: false };
    }
  } catch (error) {
    const problem = problemOf(error);
    if (problem?.kind === 'final' || problem?.kind === 'installation') {
      return { found: 'unknown', error: problem.error };
    }
    throw error;
  }
}
