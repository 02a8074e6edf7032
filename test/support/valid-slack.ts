import { expect } from 'vitest';
import { validateMessage, validateView } from '../../src/playground/block-kit/index.ts';

/** Fails with every place where Slack would refuse the view. @returns the view */
export function validView<V>(view: V): V {
  expect(validateView(view)).toEqual([]);
  return view;
}

/** Fails with every place where Slack would refuse the message, now or when it is edited. @returns the message */
export function validMessage<M>(message: M): M {
  expect(validateMessage(message, { update: true })).toEqual([]);
  return message;
}

/** All text that a person can read in blocks, in order. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' && typeof inner === 'string' ? inner : textOf(inner)))
    .filter(Boolean)
    .join('\n');
}

/** All text in Slack's markup, the summary included: data in it must be escaped. */
export function markupIn(value: unknown, top = true): string {
  if (Array.isArray(value)) return value.map((inner) => markupIn(inner, false)).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const { type, text } = value as { type?: string; text?: unknown };
  const own = typeof text === 'string' && (type === 'mrkdwn' || top) ? [text] : [];
  return [...own, ...Object.values(value).map((inner) => markupIn(inner, false))].join('\n');
}

/** Names as nobody hopes to meet them, each with what is nasty about it. */
export const NASTY_NAMES: readonly (readonly [string, string])[] = [
  ['mentions and links', '<!channel> <@U0ADMIN> <https://evil.example|Slack>'],
  ['markup', '*bold* _it_ ~gone~ `code` &amp; ```fence```'],
  ['right-to-left marks and emoji', '\u202eelpmaxe \u2066x\u2069 :tada: 👩‍👩‍👧‍👦'],
  ['3,000 ampersands', '&'.repeat(3000)],
  ['3,000 angle brackets', '<'.repeat(3000)],
  ['3,000 letters', 'ø'.repeat(3000)],
  ['1,500 surrogate pairs', '\ud83c\udf89'.repeat(1500)],
  ['line breaks and control characters', 'line\nbreak\tand\u0007bell'],
  ['nothing at all', ''],
];
