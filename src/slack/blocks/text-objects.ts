import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { clip, Mrkdwn } from '../text.ts';

/** Plain text; an emoji shortcode in it is shown as it is written, because it may be somebody's data. */
export const plainText = (text: string, max: number): PlainTextElement => ({
  type: 'plain_text',
  // Slack refuses empty text; a space of no break is the least there can be.
  text: clip(text, max) || '\u00a0',
  emoji: false,
});

/** Marked-up text of at most `max` characters; `verbatim` keeps Slack from making links of names in data. */
export const markedText = (text: Mrkdwn, max: number): MrkdwnElement => ({
  type: 'mrkdwn',
  text: cutMarkup(text.markup, max) || '\u00a0',
  verbatim: true,
});

/** Cuts markup at a line end before the limit, else before a word: never inside `<…>`, `&…;` or an open code block. */
export function cutMarkup(markup: string, max: number): string {
  if (markup.length <= max) return markup;
  const kept = keepWhole(markup, max - 1);
  if (!hasOpenFence(kept)) return `${kept}…`;
  const shorter = keepWhole(markup, max - 1 - CLOSING_FENCE.length);
  return hasOpenFence(shorter) ? `${shorter}…${CLOSING_FENCE}` : `${shorter}…`;
}

const CLOSING_FENCE = '\n```';
const hasOpenFence = (markup: string) => (markup.split('```').length - 1) % 2 === 1;

/** At most the first `end` characters, without a part of anything. */
function keepWhole(markup: string, limit: number): string {
  let end = limit;
  const line = markup.lastIndexOf('\n', end);
  const space = markup.lastIndexOf(' ', end);
  if (line > limit / 2) end = line;
  else if (space > limit / 2) end = space;
  const opened = markup.lastIndexOf('<', end - 1);
  if (opened > markup.lastIndexOf('>', end - 1)) end = opened;
  const entity = /&[a-z]{0,3}$/.exec(markup.slice(0, end));
  if (entity) end = entity.index;
  const last = markup.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return markup.slice(0, Math.max(0, end)).trimEnd();
}

/** Anything a builder takes as text: markup, or a plain string that goes into a plain text object. */
export type Words = Mrkdwn | string;

export const textObject = (text: Words, max: number): MrkdwnElement | PlainTextElement =>
  text instanceof Mrkdwn ? markedText(text, max) : plainText(text, max);
