import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMarkup } from '../../src/slack/blocks/index.ts';
import {
  channelMention,
  clip,
  clipEscaped,
  code,
  codeBlock,
  data,
  dateMention,
  escapeText,
  link,
  Mrkdwn,
  md,
  mention,
  oneLine,
  say,
  words,
} from '../../src/slack/text.ts';

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const HALF_PAIR = /\p{Surrogate}/u;
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '&', '@', '!', '|', '`', '\n', '😀', 'a', '\u202e', ' ') }),
);

describe('escaping', () => {
  it('defuses mentions, broadcasts and forged links', () => {
    for (const bad of ['<!channel>', '<@U0RITA>', '<https://evil.example|slack.com>', '&lt;!here&gt;']) {
      expect(data(bad).markup).not.toMatch(/[<>]/);
      expect(unescaped(data(bad).markup)).toBe(bad);
    }
  });

  it('leaves nothing that Slack would take for markup, and can be taken back', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const escaped = escapeText(raw);
        expect(escaped).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(unescaped(escaped)).toBe(raw);
      }),
    );
  });

  it('cuts the raw text, so that no entity and no character is split, and keeps the limit', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (raw, max) => {
        const cut = clipEscaped(raw, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/&(?!amp;|lt;|gt;)/);
        if (!HALF_PAIR.test(raw)) expect(cut).not.toMatch(HALF_PAIR);
        if (escapeText(raw).length <= max) expect(cut).toBe(escapeText(raw));
      }),
    );
  });

  it('clips to the limit and says so', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (raw, max) => {
        const cut = clip(raw, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(raw.length <= max ? cut === raw : cut.endsWith('…')).toBe(true);
      }),
    );
  });
});

describe('names', () => {
  it('stand on one line, without characters that turn or hide text', () => {
    expect(oneLine('Ann\u202e\u0000\nSmith\u200b')).toBe('Ann Smith');
    fc.assert(
      fc.property(anyText, (raw) => {
        expect(oneLine(raw)).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(oneLine(oneLine(raw))).toBe(oneLine(raw));
      }),
    );
  });
});

describe('markup', () => {
  it('escapes what is put in, but not twice', () => {
    expect(md`*${'A & B'}* ${md`_${'<C>'}_`} ${3}`.markup).toBe('*A &amp; B* _&lt;C&gt;_ 3');
    const found = say('en', 'segments.notFound', { no: '<!here>' });
    expect(found.markup).toBe('There is no segment &lt;!here&gt;. Nothing was changed.');
    expect(words('en', 'segments.notFound', { no: 'A & B' })).toContain('A & B');
  });

  it('names people and channels only by what is an id', () => {
    expect(mention('U0RITA').markup).toBe('<@U0RITA>');
    expect(mention('everyone> <!here').markup).not.toContain('<');
    expect(channelMention('C0SALES').markup).toBe('<#C0SALES>');
    expect(channelMention('!channel').markup).toBe('!channel');
  });

  it('links to https only', () => {
    expect(link('https://example.com/?a=1&b=2', 'A|B').markup).toBe('<https://example.com/?a=1&amp;b=2|A¦B>');
    expect(link('javascript:alert(1)', 'x').markup).toBe('x');
    expect(link('https://a.example|evil', '<x>').markup).toBe('&lt;x&gt;');
  });

  it('keeps code inside its marks', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const inline = code(raw).markup;
        if (inline !== '') expect(inline.slice(1, -1)).not.toContain('`');
        expect(codeBlock(raw).markup.slice(3, -3)).not.toContain('```');
      }),
    );
  });

  it('gives dates with a fallback in the zone', () => {
    const at = new Date('2026-11-23T08:00:00Z');
    expect(dateMention(at, 'Europe/Copenhagen').markup).toBe(
      '<!date^1795420800^{date_short_pretty} {time}|2026-11-23 09:00 Europe/Copenhagen>',
    );
  });

  it('is cut between words, never inside a mention, an entity or an open code block', () => {
    const piece = fc.oneof(
      anyText.map((raw) => data(raw).markup),
      fc.constantFrom('<@U0RITA>', '<#C0SALES>', '&amp;', '*bold*', '\n', ' ', '<https://a.example|label>'),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 20, max: 60 }), (pieces, max) => {
        const markup = new Mrkdwn(pieces.join('')).markup;
        const cut = cutMarkup(markup, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/<[^>]*$/);
        expect(cut).not.toMatch(/&(?!amp;|lt;|gt;)/);
      }),
    );
    const block = `\`\`\`\n${'x'.repeat(100)}\n\`\`\``;
    expect(cutMarkup(block, 50)).toMatch(/^```\nx+…\n```$/);
  });
});
