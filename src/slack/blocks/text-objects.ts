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

/** Cuts markup at a line end before the limit, else before a word: never inside `<…>` or `&…;`. */
export function cutMarkup(markup: string, max: number): string {
  if (markup.length <= max) return markup;
  let end = max - 2;
  const line = markup.lastIndexOf('\n', end);
  if (line > max / 2) end = line;
  else {
    const space = markup.lastIndexOf(' ', end);
    if (space > max / 2) end = space;
    const opened = markup.lastIndexOf('<', end - 1);
    if (opened > markup.lastIndexOf('>', end - 1)) end = opened;
    const entity = /&[a-z]{0,3}$/.exec(markup.slice(0, end));
    if (entity) end = entity.index;
  }
  const kept = markup.slice(0, end).trimEnd();
  const fences = kept.split('```').length - 1;
  return fences % 2 === 1 ? `${kept.slice(0, max - 6)}…\n\`\`\`` : `${kept}…`;
}

/** Anything a builder takes as text: markup, or a plain string that goes into a plain text object. */
export type Words = Mrkdwn | string;

export const textObject = (text: Words, max: number): MrkdwnElement | PlainTextElement =>
  text instanceof Mrkdwn ? markedText(text, max) : plainText(text, max);
