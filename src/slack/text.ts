import { TZDate } from '@date-fns/tz';
import type { Locale, MessageKey, MessageParams } from '../i18n/translate.ts';
import { translate } from '../i18n/translate.ts';

/**
 * Text in Slack's markup, in which everything that came from people or the database is escaped already.
 * Builders take only this, so that raw text cannot get into a message by accident.
 */
export class Mrkdwn {
  readonly markup: string;

  /** Only this file calls it: what it is given must be escaped. */
  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** Line breaks, control characters, and the marks that turn the direction of text around or hide in it. */
const UNSAFE_IN_NAMES = /[\p{Cc}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** A name or description on one line, without characters that could turn or hide what stands around it. */
export const oneLine = (raw: string): string =>
  raw
    .replaceAll(UNSAFE_IN_NAMES, ' ')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .trim();

/** Escapes the three characters that mean something in Slack's markup; mentions and links lose their force. */
export const escapeText = (raw: string): string =>
  raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Cuts raw text to at most `max` UTF-16 units, with `…` for what is gone; never through a surrogate pair. */
export function clip(raw: string, max: number): string {
  if (raw.length <= max) return raw;
  if (max <= 0) return '';
  let end = max - 1;
  const last = raw.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return `${raw.slice(0, end)}…`;
}

/** Escaped text of at most `max` characters: the raw text is cut, not the escaped one. */
export function clipEscaped(raw: string, max: number): string {
  let keep = Math.min(raw.length, max);
  let escaped = escapeText(clip(raw, keep));
  while (escaped.length > max && keep > 0) {
    // Every character that is too many takes away at least a fifth of one that was escaped.
    keep -= Math.max(1, Math.ceil((escaped.length - max) / 5));
    escaped = escapeText(clip(raw, keep));
  }
  return escaped;
}

/** Text from people or the database as markup. */
export const data = (raw: string, max = Number.POSITIVE_INFINITY): Mrkdwn =>
  new Mrkdwn(clipEscaped(oneLine(raw), max));

type Piece = string | number | Mrkdwn;

/** Markup with data in it: ``md`*${no}* ${description}` `` escapes every value that is not markup already. */
export function md(strings: TemplateStringsArray, ...values: Piece[]): Mrkdwn {
  const parts = strings.map((part, index) => {
    const value = values[index];
    return part + (value === undefined ? '' : markupOf(value));
  });
  return new Mrkdwn(parts.join(''));
}

const markupOf = (value: Piece): string =>
  value instanceof Mrkdwn ? value.markup : typeof value === 'number' ? String(value) : data(value).markup;

/** Joins pieces of markup. */
export const join = (pieces: readonly Mrkdwn[], separator = '\n'): Mrkdwn =>
  new Mrkdwn(pieces.map((piece) => piece.markup).join(separator));

export type SayParams = Record<string, MessageParams[string] | Mrkdwn>;

/** Words of the catalogue as markup; text among the parameters is escaped, markup is put in as it is. */
export function say(locale: Locale, key: MessageKey, params: SayParams = {}): Mrkdwn {
  const safe = Object.entries(params).map(([name, value]) => [
    name,
    value instanceof Mrkdwn ? value.markup : typeof value === 'string' ? data(value).markup : value,
  ]);
  return new Mrkdwn(translate(locale, key, Object.fromEntries(safe)));
}

/** Words of the catalogue for a place without markup (titles, buttons, options): nothing is escaped. */
export function words(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  const flat = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? oneLine(value) : value,
  ]);
  return translate(locale, key, Object.fromEntries(flat));
}

/** Names a person so that Slack shows the current name. */
export const mention = (slackUserId: string): Mrkdwn =>
  /^[UW][A-Z0-9]+$/.test(slackUserId) ? new Mrkdwn(`<@${slackUserId}>`) : data(slackUserId);

/** Names a channel so that Slack shows its current name. */
export const channelMention = (channelId: string): Mrkdwn =>
  /^[CGD][A-Z0-9]+$/.test(channelId) ? new Mrkdwn(`<#${channelId}>`) : data(channelId);

/** A link with a label; anything but https gives the label alone. */
export const link = (url: string, label: string): Mrkdwn =>
  /^https:\/\/[^\s<>|]+$/.test(url)
    ? new Mrkdwn(`<${escapeText(url)}|${escapeText(oneLine(label).replaceAll('|', '¦'))}>`)
    : data(label);

/** Text in the fixed-width font. */
export const code = (raw: string): Mrkdwn => {
  const inner = oneLine(raw).replaceAll('`', 'ʹ');
  return inner === '' ? new Mrkdwn('') : new Mrkdwn(`\`${escapeText(inner)}\``);
};

/** Lines in the fixed-width font, as they are. */
export const codeBlock = (raw: string, max = 2500): Mrkdwn =>
  new Mrkdwn(`\`\`\`\n${clipEscaped(raw.replaceAll('```', 'ʹʹʹ'), max)}\n\`\`\``);

/**
 * An instant that Slack shows in the reader's own zone.
 * @param zone IANA zone for the fallback, for clients that cannot show dates
 */
export function dateMention(at: Date, zone: string, form = '{date_short_pretty} {time}'): Mrkdwn {
  const local = new TZDate(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  const fallback = `${day} ${two(local.getHours())}:${two(local.getMinutes())} ${zone}`;
  return new Mrkdwn(`<!date^${Math.floor(at.getTime() / 1000)}^${form}|${escapeText(fallback)}>`);
}

/** What a message says, as plain text: mentions of people go, links and channels become their words. */
export const plainOf = (markup: string): string =>
  markup
    .replaceAll(/<mailto:[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<[@!](?:[^|>]*\|([^>]*)|[^>]*)>/g, (_, words) => words ?? '')
    .replaceAll(/<#[^|>]*\|([^>]*)>/g, '#$1')
    .replaceAll(/<(?:[^|>]*\|)?([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
