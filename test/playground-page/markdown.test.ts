import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/playground/page/text/markdown.ts';

const text = (value: string) => ({ kind: 'text', text: value });

test('headings, lists, tables, quotes, rules and code', () => {
  const source = [
    '## Title',
    'A **bold** and *slanted* [link](https://x.example).',
    '- one',
    '  - two',
    '',
    '| a | b |',
    '|---|:-:|',
    '| 1 | `2` |',
    '> said',
    '---',
    '```sql',
    'select *',
    '```',
  ].join('\n');
  expect(parseMarkdown(source)).toEqual([
    { kind: 'heading', level: 2, children: [text('Title')] },
    {
      kind: 'text',
      children: [
        text('A '),
        { kind: 'styled', style: 'bold', children: [text('bold')] },
        text(' and '),
        { kind: 'styled', style: 'italic', children: [text('slanted')] },
        text(' '),
        { kind: 'link', url: 'https://x.example', children: [text('link')] },
        text('.'),
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        { indent: 0, children: [text('one')] },
        { indent: 1, children: [text('two')] },
      ],
    },
    {
      kind: 'table',
      rows: [
        [[text('a')], [text('b')]],
        [[text('1')], [{ kind: 'code', text: '2' }]],
      ],
    },
    { kind: 'quote', children: [text('said')] },
    { kind: 'rule' },
    { kind: 'pre', text: 'select *' },
  ]);
});

test('a link that is not safe stays text', () => {
  expect(parseMarkdown('[x](javascript:alert)')).toEqual([
    { kind: 'text', children: [text('[x](javascript:alert)')] },
  ]);
});
