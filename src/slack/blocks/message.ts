import type { KnownBlock } from '@slack/types';
import { LIMITS } from '../limits.ts';
import { data, type Mrkdwn } from '../text.ts';
import { cutMarkup, type Words } from './text-objects.ts';

/** A message as it is sent: `text` is what notifications show and screen readers say. */
export interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
}

/** @throws RangeError when the blocks are more than Slack takes: leaving some out would hide something. */
export function message(text: Words, blocks: readonly KnownBlock[]): SlackMessage {
  if (blocks.length === 0 || blocks.length > LIMITS.message.blocks) {
    throw new RangeError(`A message cannot have ${blocks.length} blocks`);
  }
  const summary: Mrkdwn = typeof text === 'string' ? data(text) : text;
  return { text: cutMarkup(summary.markup, LIMITS.message.text), blocks: [...blocks] };
}
