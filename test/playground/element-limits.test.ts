import { describe, expect, it } from 'vitest';
import { validateBlocks } from '../../src/playground/block-kit/index.ts';
import {
  actions,
  button,
  confirm,
  httpUrl,
  input,
  type Make,
  option,
  options,
  type Surface,
  select,
  text,
  times,
} from './support/samples.ts';

/** What is limited, on which surface, the greatest size that passes, and how to make one of a size. */
const MAXIMA: [string, Surface, number, Make][] = [
  ['block_id', 'message', 255, (n) => ({ type: 'divider', block_id: 'x'.repeat(n) })],
  ['action_id', 'message', 255, (n) => actions(button({ action_id: 'x'.repeat(n) }))],
  ['button text', 'message', 75, (n) => actions(button({ text: text(n) }))],
  ['button value', 'message', 2000, (n) => actions(button({ value: 'x'.repeat(n) }))],
  ['button url', 'message', 3000, (n) => actions(button({ url: httpUrl(n) }))],
  ['button label', 'message', 75, (n) => actions(button({ accessibility_label: 'x'.repeat(n) }))],
  ['confirm title', 'message', 100, (n) => confirm({ title: text(n) })],
  ['confirm text', 'message', 300, (n) => confirm({ text: text(n) })],
  ['confirm button', 'message', 30, (n) => confirm({ confirm: text(n) })],
  ['deny button', 'message', 30, (n) => confirm({ deny: text(n) })],
  ['overflow options', 'message', 5, (n) => actions({ type: 'overflow', options: options(n) })],
  [
    'overflow url',
    'message',
    3000,
    (n) => actions({ type: 'overflow', options: [option('a', { url: httpUrl(n) })] }),
  ],
  ['checkboxes', 'message', 10, (n) => actions({ type: 'checkboxes', options: options(n) })],
  ['radio buttons', 'home', 10, (n) => actions({ type: 'radio_buttons', options: options(n) })],
  ['options', 'modal', 100, (n) => actions(select({ options: options(n) }))],
  ['option text', 'message', 75, (n) => actions(select({ options: [option('a', { text: text(n) })] }))],
  ['option value', 'message', 150, (n) => actions(select({ options: [option('x'.repeat(n))] }))],
  [
    'option description',
    'message',
    75,
    (n) => actions(select({ options: [option('a', { description: text(n) })] })),
  ],
  [
    'option groups',
    'message',
    100,
    (n) =>
      actions({
        type: 'static_select',
        option_groups: times(n, () => ({ label: text(1), options: options(1) })),
      }),
  ],
  [
    'options of a group',
    'message',
    100,
    (n) => actions({ type: 'static_select', option_groups: [{ label: text(1), options: options(n) }] }),
  ],
  [
    'group label',
    'message',
    75,
    (n) => actions({ type: 'static_select', option_groups: [{ label: text(n), options: options(1) }] }),
  ],
  ['placeholder', 'message', 150, (n) => actions(select({ placeholder: text(n) }))],
  ['min_length', 'home', 3000, (n) => input({ type: 'plain_text_input', min_length: n })],
  ['max_length', 'home', 3000, (n) => input({ type: 'plain_text_input', max_length: n })],
  ['max_lines', 'home', 100, (n) => input({ type: 'rich_text_input', max_lines: n })],
];

describe('the greatest element passes and one more does not', () => {
  it.each(MAXIMA)('%s (%s): %i', (_what, surface, max, make) => {
    expect(validateBlocks([make(max)].flat(), surface)).toEqual([]);
    const problems = validateBlocks([make(max + 1)].flat(), surface);
    expect(problems.length).toBeGreaterThan(0);
    const code = surface === 'message' ? 'invalid_blocks' : 'invalid_arguments';
    expect(problems.every(({ error }) => error === code)).toBe(true);
    expect(problems[0]?.pointer).toMatch(/^\/\d/);
  });
});
