import { describe, expect, it } from 'vitest';
import { validateBlocks } from '../../src/playground/block-kit/index.ts';

const plain = (text = 'x') => ({ type: 'plain_text', text });
const option = (value = 'a') => ({ text: plain(), value });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain(), element, ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const section = (accessory: object) => ({ type: 'section', text: plain(), accessory });
const raw = (text: string) => ({ type: 'raw_text', text });
const card = { type: 'card', title: { type: 'mrkdwn', text: 'x' } };
const rich = {
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
};

const ELEMENTS: Record<string, object> = {
  button: { text: plain() },
  overflow: { options: [option()] },
  checkboxes: { options: [option()] },
  radio_buttons: { options: [option()] },
  static_select: { options: [option()] },
  multi_static_select: { options: [option()] },
  external_select: {},
  multi_external_select: {},
  users_select: {},
  multi_users_select: {},
  conversations_select: {},
  multi_conversations_select: {},
  channels_select: {},
  multi_channels_select: {},
  plain_text_input: {},
  rich_text_input: {},
  number_input: { is_decimal_allowed: false },
  email_text_input: {},
  url_text_input: {},
  datepicker: {},
  timepicker: {},
  datetimepicker: {},
  file_input: {},
};
const WITH_MENUS = 'section actions input';
/** Where each element may stand: surfaces as letters, then kinds of block. */
const HOMES: Record<string, [string, string]> = {
  button: ['MVH', 'section actions'],
  overflow: ['MVH', 'section actions'],
  plain_text_input: ['MVH', 'input'],
  rich_text_input: ['VH', 'input actions'],
  number_input: ['V', 'input'],
  email_text_input: ['V', 'input'],
  url_text_input: ['V', 'input'],
  datetimepicker: ['MV', 'actions input'],
  file_input: ['V', 'input'],
};
const HOLDERS = { section, actions, input };
const SURFACES = { M: 'message', V: 'modal', H: 'home' } as const;

describe('elements stand only where Slack lets them', () => {
  it.each(Object.entries(ELEMENTS))('%s', (type, fields) => {
    const [letters, holders] = HOMES[type] ?? ['MVH', WITH_MENUS];
    for (const [holder, make] of Object.entries(HOLDERS)) {
      for (const [letter, surface] of Object.entries(SURFACES)) {
        const fits = letters.includes(letter) && holders.split(' ').includes(holder);
        const problems = validateBlocks([make({ type, ...fields })], surface);
        expect([holder, surface, problems.length === 0]).toEqual([holder, surface, fits]);
      }
    }
  });
});

const BLOCKS: [string, string, object][] = [
  ['section', 'MVH', { text: plain() }],
  ['header', 'MVH', { text: plain() }],
  ['context', 'MVH', { elements: [plain()] }],
  ['actions', 'MVH', { elements: [{ type: 'button', text: plain() }] }],
  ['divider', 'MVH', {}],
  ['image', 'MVH', { alt_text: 'x', image_url: 'https://x.example/a.png' }],
  ['input', 'MVH', { label: plain(), element: { type: 'plain_text_input' } }],
  ['rich_text', 'MVH', rich],
  ['markdown', 'M', { text: 'x' }],
  ['table', 'M', { rows: [[raw('x')]] }],
  ['data_table', 'M', { caption: 'c', rows: [[raw('x')]] }],
  ['alert', 'V', { text: plain() }],
  ['card', 'M', card],
  ['carousel', 'MH', { elements: [card] }],
  ['container', 'M', { title: plain(), child_blocks: [{ type: 'divider' }] }],
  ['context_actions', 'M', { elements: [{ type: 'icon_button', icon: 'trash', text: plain() }] }],
  ['task_card', 'M', { task_id: '1', title: 't', status: 'pending' }],
  ['plan', 'M', { title: 't' }],
  ['file', '', { external_id: 'x', source: 'remote' }],
  ['unheard_of', '', {}],
];

describe('blocks stand only where Slack lets them', () => {
  it.each(BLOCKS)('%s: %s', (type, letters, fields) => {
    for (const [letter, surface] of Object.entries(SURFACES)) {
      const fine = validateBlocks([{ ...fields, type }], surface).length === 0;
      expect([surface, fine]).toEqual([surface, letters.includes(letter)]);
    }
  });
});
