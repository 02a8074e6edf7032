import { describe, expect, test } from 'vitest';
import { parseInline, parseMrkdwn } from '../../src/playground/page/text/mrkdwn.ts';
import type { Inline } from '../../src/playground/page/text/nodes.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });

describe('inline markup', () => {
  test.each([
    ['*bold*', 'bold'],
    ['_slanted_', 'italic'],
    ['~gone~', 'strike'],
  ] as const)('%s', (source, style) => {
    const word = source.slice(1, -1);
    expect(parseInline(source)).toEqual([{ kind: 'styled', style, children: [text(word)] }]);
  });

  test.each(['2*3*4', 'snake_case_name', '* not bold *', 'a ~ b ~ c', '12:30:45', '5 < 6 > 4'])(
    '%s stays as it is',
    (source) => {
      expect(parseInline(source)).toEqual([text(source)]);
    },
  );

  test('styles nest, and code keeps what is in it', () => {
    expect(parseInline('*a _b_* `*c*`')).toEqual([
      {
        kind: 'styled',
        style: 'bold',
        children: [text('a '), { kind: 'styled', style: 'italic', children: [text('b')] }],
      },
      text(' '),
      { kind: 'code', text: '*c*' },
    ]);
  });

  test('a mark inside a link does not end the style around it', () => {
    const [bold] = parseInline('*see <https://x.example/a*b|this*one> now*');
    expect(bold).toMatchObject({ kind: 'styled', children: [text('see '), { kind: 'link' }, text(' now')] });
  });

  test('mentions, channels, broadcasts and dates', () => {
    expect(
      parseInline('<@U0RITA><#C0SALES|sales><!here><!date^17^{date} {time}^https://x.example|then>'),
    ).toEqual([
      { kind: 'user', id: 'U0RITA' },
      { kind: 'channel', id: 'C0SALES', label: 'sales' },
      { kind: 'broadcast', range: 'here' },
      { kind: 'date', unix: 17, format: '{date} {time}', url: 'https://x.example', fallback: 'then' },
    ]);
  });

  test('entities are unescaped once, after the markup is read', () => {
    expect(parseInline('a &lt;@U0RITA&gt; &amp;lt;')).toEqual([text('a <@U0RITA> &lt;')]);
  });

  test('links: only addresses that are safe to click, bare ones without the full stop', () => {
    expect(parseInline('<javascript:alert(1)|click>')).toEqual([text('<javascript:alert(1)|click>')]);
    const url = 'https://x.example/?a=1&b=2';
    expect(parseInline('https://x.example/?a=1&amp;b=2.')).toEqual([
      { kind: 'link', url, children: [text(url)] },
      text('.'),
    ]);
    expect(parseInline('https://x.example', true)).toEqual([text('https://x.example')]);
  });

  test('emoji that exist, by the names that Slack has for them', () => {
    expect(parseInline(':tada: :large_green_circle: :no-such-thing:')).toEqual([
      { kind: 'emoji', name: 'tada' },
      text(' '),
      { kind: 'emoji', name: 'large_green_circle' },
      text(' :no-such-thing:'),
    ]);
  });
});

describe('paragraphs', () => {
  test('quotes and fenced code stand apart', () => {
    expect(parseMrkdwn('before\n&gt; one\n&gt;two\nafter\n```\nx &lt; 1\n```\nend')).toEqual([
      { kind: 'text', children: [text('before')] },
      { kind: 'quote', children: [text('one\ntwo')] },
      { kind: 'text', children: [text('after')] },
      { kind: 'pre', text: 'x < 1' },
      { kind: 'text', children: [text('end')] },
    ]);
  });

  test('a fence that never closes is text', () => {
    expect(parseMrkdwn('a ```b')).toEqual([
      { kind: 'text', children: [text('a ')] },
      { kind: 'text', children: [text('```b')] },
    ]);
  });
});
