import { isEmojiName } from './emoji.ts';
import { type Inline, isSafeLink, type Paragraph } from './nodes.ts';

/** Enough of standard markdown for what apps post in `markdown` blocks. */
export function parseMarkdown(source: string): Paragraph[] {
  const out: Paragraph[] = [];
  const lines = source.split('\n');
  while (lines.length > 0) out.push(...takeParagraph(lines));
  return out;
}

const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const FENCE = /^```/;
const TABLE_ROW = /^\s*\|.*\|\s*$/;
const RULE = /^(-{3,}|\*{3,}|_{3,})$/;

function takeParagraph(lines: string[]): Paragraph[] {
  const first = lines[0] ?? '';
  const heading = HEADING.exec(first);
  if (!first.trim() || heading || RULE.test(first.trim())) {
    lines.shift();
    if (heading)
      return [{ kind: 'heading', level: heading[1]?.length ?? 1, children: inline(heading[2] ?? '') }];
    return first.trim() ? [{ kind: 'rule' }] : [];
  }
  if (FENCE.test(first)) return takeFence(lines);
  if (TABLE_ROW.test(first)) return [table(take(lines, (line) => TABLE_ROW.test(line)))];
  if (ITEM.test(first)) return [list(take(lines, (line) => ITEM.test(line)))];
  if (first.startsWith('>')) {
    const quoted = take(lines, (line) => line.startsWith('>')).map((line) => line.replace(/^> ?/, ''));
    return [{ kind: 'quote', children: inline(quoted.join('\n')) }];
  }
  const plain = take(lines, (line, index) => index === 0 || isPlain(line));
  return [{ kind: 'text', children: inline(plain.join('\n')) }];
}

function isPlain(line: string): boolean {
  const starts = [ITEM, HEADING, FENCE, TABLE_ROW, RULE].some((pattern) => pattern.test(line));
  return line.trim() !== '' && !line.startsWith('>') && !starts;
}

function take(lines: string[], wanted: (line: string, index: number) => boolean): string[] {
  const end = lines.findIndex((line, index) => !wanted(line, index));
  return lines.splice(0, end < 0 ? lines.length : end);
}

function takeFence(lines: string[]): Paragraph[] {
  lines.shift();
  const body = take(lines, (line) => !FENCE.test(line));
  lines.shift();
  return [{ kind: 'pre', text: body.join('\n') }];
}

function list(lines: string[]): Paragraph {
  const items = lines.map((line) => {
    const [, space = '', , text = ''] = ITEM.exec(line) ?? [];
    return { indent: Math.floor(space.length / 2), children: inline(text) };
  });
  return { kind: 'list', ordered: /^\s*\d/.test(lines[0] ?? ''), items };
}

function table(lines: string[]): Paragraph {
  const rows = lines
    .filter((line) => !/^\s*\|[\s:|-]+\|\s*$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => inline(cell.trim())),
    );
  return { kind: 'table', rows };
}

const TOKEN =
  /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\*\*(.+?)\*\*|__(.+?)__|~~(.+?)~~|\*([^*\s][^*]*?)\*|(?<!\w)_([^_\s][^_]*?)_(?!\w)|:([a-z0-9_+'-]+):/;

function inline(source: string): Inline[] {
  const found = TOKEN.exec(source);
  if (!found) return source ? [{ kind: 'text', text: source }] : [];
  const before: Inline[] = found.index > 0 ? [{ kind: 'text', text: source.slice(0, found.index) }] : [];
  return [...before, token(found), ...inline(source.slice(found.index + found[0].length))];
}

function token(found: RegExpExecArray): Inline {
  const [whole, code, label, url, bold, bold2, strike, italic, italic2, emoji] = found;
  if (code) return { kind: 'code', text: code };
  if (label && url && isSafeLink(url)) return { kind: 'link', url, children: inline(label) };
  const strong = bold ?? bold2;
  if (strong) return { kind: 'styled', style: 'bold', children: inline(strong) };
  if (strike) return { kind: 'styled', style: 'strike', children: inline(strike) };
  const slanted = italic ?? italic2;
  if (slanted) return { kind: 'styled', style: 'italic', children: inline(slanted) };
  if (emoji && isEmojiName(emoji)) return { kind: 'emoji', name: emoji };
  return { kind: 'text', text: whole };
}
