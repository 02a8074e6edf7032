import { isEmojiName } from './emoji.ts';
import { type Inline, isSafeLink, type Paragraph, unescapeEntities } from './nodes.ts';

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const WORD = /[\p{L}\p{N}]/u;
const BARE_LINK = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"*_~]/y;

/** Slack's message markup. `verbatim` leaves bare addresses alone. */
export function parseMrkdwn(source: string, verbatim = false): Paragraph[] {
  return source.split(/```/).flatMap((part, index, all): Paragraph[] => {
    const fenced = index % 2 === 1 && index < all.length - 1;
    if (fenced) return [{ kind: 'pre', text: unescapeEntities(part.replace(/^\n|\n$/g, '')) }];
    const text = index % 2 === 1 ? `\`\`\`${part}` : part;
    const isBetween = all.length > 1;
    return parseLines(isBetween ? text.replace(/^\n|\n$/g, '') : text, verbatim);
  });
}

function parseLines(text: string, verbatim: boolean): Paragraph[] {
  const out: Paragraph[] = [];
  let kind: 'text' | 'quote' | undefined;
  let lines: string[] = [];
  const flush = () => {
    if (kind && lines.join('')) {
      out.push({ kind, children: parseInline(lines.join('\n'), verbatim) });
    }
    lines = [];
  };
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line);
    const next = quoted ? 'quote' : 'text';
    if (next !== kind) flush();
    kind = next;
    lines.push(quoted?.[1] ?? line);
  }
  flush();
  return out;
}

export function parseInline(source: string, verbatim = false): Inline[] {
  const out: Inline[] = [];
  let plain = '';
  const push = (node: Inline) => {
    if (plain) out.push({ kind: 'text', text: unescapeEntities(plain) });
    plain = '';
    out.push(node);
  };
  for (let at = 0; at < source.length; ) {
    const found = nodeAt(source, at, verbatim);
    if (found) {
      push(found.node);
      at = found.end;
    } else {
      plain += source[at];
      at += 1;
    }
  }
  if (plain) out.push({ kind: 'text', text: unescapeEntities(plain) });
  return out;
}

type Found = { node: Inline; end: number };

function nodeAt(source: string, at: number, verbatim: boolean): Found | undefined {
  const char = source[at] ?? '';
  if (char === '<') return angleAt(source, at);
  if (char === '`') return codeAt(source, at);
  if (char === ':') return emojiAt(source, at);
  if (char === '*' || char === '_' || char === '~') return styledAt(source, at, char, verbatim);
  if (char === 'h' && !verbatim && !WORD.test(source[at - 1] ?? '')) return bareLinkAt(source, at);
  return undefined;
}

function angleAt(source: string, at: number): Found | undefined {
  const end = source.indexOf('>', at);
  if (end < 0) return undefined;
  const node = parseAngle(source.slice(at + 1, end));
  return node && { node, end: end + 1 };
}

function parseAngle(inside: string): Inline | undefined {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : unescapeEntities(inside.slice(bar + 1));
  if (/^@[UWB]\w+$/.test(target)) return { kind: 'user', id: target.slice(1) };
  if (/^#[CGD]\w+$/.test(target))
    return { kind: 'channel', id: target.slice(1), ...(label ? { label } : {}) };
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', range: target.slice(1) };
  if (target.startsWith('!subteam^'))
    return { kind: 'broadcast', range: label?.replace(/^@/, '') ?? 'group' };
  const date = /^!date\^(-?\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date) {
    const [, unix, format, url] = date;
    const base = { kind: 'date', unix: Number(unix), format: format ?? '', fallback: label ?? '' } as const;
    return url ? { ...base, url } : base;
  }
  const url = unescapeEntities(target);
  if (!isSafeLink(url)) return undefined;
  const shown = label || url.replace(/^mailto:/, '');
  return { kind: 'link', url, children: [{ kind: 'text', text: shown }] };
}

function codeAt(source: string, at: number): Found | undefined {
  const end = source.indexOf('`', at + 1);
  const text = source.slice(at + 1, end);
  if (end < 0 || !text || text.includes('\n')) return undefined;
  return { node: { kind: 'code', text: unescapeEntities(text) }, end: end + 1 };
}

function emojiAt(source: string, at: number): Found | undefined {
  const end = source.indexOf(':', at + 1);
  const name = source.slice(at + 1, end);
  return end > 0 && isEmojiName(name) ? { node: { kind: 'emoji', name }, end: end + 1 } : undefined;
}

function bareLinkAt(source: string, at: number): Found | undefined {
  BARE_LINK.lastIndex = at;
  const url = BARE_LINK.exec(source)?.[0];
  if (!url) return undefined;
  const address = unescapeEntities(url);
  return {
    node: { kind: 'link', url: address, children: [{ kind: 'text', text: address }] },
    end: at + url.length,
  };
}

function styledAt(source: string, at: number, mark: keyof typeof MARKS, verbatim: boolean) {
  if (WORD.test(source[at - 1] ?? '') || /\s|^$/.test(source[at + 1] ?? '')) return undefined;
  const end = closingMark(source, at, mark);
  if (end === undefined) return undefined;
  const children = parseInline(source.slice(at + 1, end), verbatim);
  return { node: { kind: 'styled', style: MARKS[mark], children } as const, end: end + 1 };
}

function closingMark(source: string, at: number, mark: string): number | undefined {
  for (let i = at + 1; i < source.length && source[i] !== '\n'; i += 1) {
    const skipped =
      source[i] === '<' ? angleAt(source, i) : source[i] === '`' ? codeAt(source, i) : undefined;
    if (skipped) {
      i = skipped.end - 1;
    } else if (source[i] === mark && i > at + 1) {
      const closes = !/\s/.test(source[i - 1] ?? '') && !WORD.test(source[i + 1] ?? '');
      if (closes) return i;
    }
  }
  return undefined;
}
