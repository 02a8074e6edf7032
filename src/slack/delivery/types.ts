import type { KnownBlock } from '@slack/types';
import type { Context } from '../../core/context.ts';
import type { PostContent } from '../../core/posts.ts';

/** A post in Slack's terms, made anew from the database each time it is sent or edited. */
export type RenderedPost =
  | { kind: 'message'; text: string; blocks: KnownBlock[] }
  /** Shared once, never edited. `comment` is the message text beside the file. */
  | { kind: 'file'; filename: string; title: string; content: Buffer | string; comment: string }
  /** What it told of is no longer there: nothing is posted, what stands is left as it is. */
  | { kind: 'gone' };

/**
 * Puts a post into words. The context's language and zone are the reader's: those of the member for a direct
 * message, those of the workspace for a channel. The actor is a job.
 */
export type RenderPost = (ctx: Context, content: PostContent) => Promise<RenderedPost>;
