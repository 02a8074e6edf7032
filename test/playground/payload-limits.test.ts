import { describe, expect, it } from 'vitest';
import { validateMessage, validateView } from '../../src/playground/block-kit/index.ts';
import { cells, input, section, table, text, times } from './support/samples.ts';

const view = (more: object = {}) => ({
  type: 'modal',
  title: text(1),
  blocks: [{ type: 'divider' }],
  ...more,
});
const VIEW_MAXIMA: [string, number, (size: number) => object][] = [
  ['title', 24, (n) => view({ title: text(n) })],
  ['submit', 24, (n) => view({ submit: text(n) })],
  ['close', 24, (n) => view({ close: text(n) })],
  ['callback_id', 255, (n) => view({ callback_id: 'x'.repeat(n) })],
  ['external_id', 255, (n) => view({ external_id: 'x'.repeat(n) })],
  ['private_metadata', 3000, (n) => view({ private_metadata: 'x'.repeat(n) })],
  ['blocks', 100, (n) => view({ blocks: times(n, () => ({ type: 'divider' })) })],
  ['blocks of a home', 100, (n) => ({ type: 'home', blocks: times(n, () => ({ type: 'divider' })) })],
  ['max_files', 10, (n) => view({ submit: text(1), blocks: [input({ type: 'file_input', max_files: n })] })],
];

describe('views', () => {
  it.each(VIEW_MAXIMA)('%s of a view: %i', (_what, max, make) => {
    expect(validateView(make(max))).toEqual([]);
    expect(validateView(make(max + 1))[0]?.error).toBe('invalid_arguments');
  });

  it('250 KB for a view', () => {
    const blocks = (size: number) => times(90, (i) => section({ text: text(i === 0 ? size : 2700) }));
    expect(validateView(view({ blocks: blocks(1) }))).toEqual([]);
    expect(validateView(view({ blocks: times(100, () => section({ text: text(2600) })) }))[0]?.error).toBe(
      'view_too_large',
    );
  });
});

describe('messages', () => {
  const dividers = (size: number) => times(size, () => ({ type: 'divider' }));
  const long = (size: number) => [
    ...times(4, () => section({ text: text(3000) })),
    section({ text: text(size - 12_000) }),
  ];

  it.each([
    ['50 blocks', { blocks: dividers(50) }, { blocks: dividers(51) }, 'msg_blocks_too_many'],
    [
      '13,200 characters over all blocks',
      { blocks: long(13_200) },
      { blocks: long(13_201) },
      'msg_blocks_too_long',
    ],
    [
      '12,000 characters of markdown_text',
      { markdown_text: 'x'.repeat(12_000) },
      { markdown_text: 'x'.repeat(12_001) },
      'msg_too_long',
    ],
    [
      '100 attachments',
      { attachments: times(100, () => ({ text: 'x' })) },
      { attachments: times(101, () => ({ text: 'x' })) },
      'too_many_attachments',
    ],
    [
      'one table',
      { blocks: [table(cells(1, 1))] },
      { blocks: [table(cells(1, 1)), table(cells(1, 1))] },
      'invalid_attachments',
    ],
    ['some text', { text: 'x' }, { text: ' ' }, 'no_text'],
    [
      'markdown_text alone',
      { markdown_text: 'x' },
      { markdown_text: 'x', text: 'y' },
      'markdown_text_conflict',
    ],
  ])('%s', (_what, good, bad, code) => {
    expect(validateMessage(good)).toEqual([]);
    expect(validateMessage(bad)[0]?.error).toBe(code);
  });

  it('lets a post be longer than an edit', () => {
    expect(validateMessage({ text: 'x'.repeat(50_000) })).toEqual([]);
    expect(validateMessage({ text: 'x'.repeat(4000) }, { update: true })).toEqual([]);
    expect(validateMessage({ text: 'x'.repeat(4001) }, { update: true })[0]?.error).toBe('msg_too_long');
  });
});
