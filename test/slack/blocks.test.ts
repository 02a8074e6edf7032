import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { validateMessage, validateView } from '../../src/playground/block-kit/index.ts';
import * as ui from '../../src/slack/blocks/index.ts';
import { defineAction, defineView } from '../../src/slack/ids.ts';
import { data } from '../../src/slack/text.ts';

const press = defineAction('test.press', z.object({ n: z.number() }));
const wide = defineAction('test.wide', z.string());
const form = defineView('test.form', z.string());

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4000 }),
  fc.string({ unit: fc.constantFrom('&', '<', '😀', ' ', '\n', 'x'), maxLength: 4000 }),
  fc.constantFrom('', ' ', '\n'),
);

describe('builders', () => {
  it('make something that Slack takes of any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        const confirm = { title: one, text: two, confirm: one, deny: two };
        const choices = [
          { value: 'a', text: one, description: two },
          { value: 'b', text: two },
        ];
        const blocks: KnownBlock[] = [
          ui.header(one),
          ui.section(data(one), { fields: [one, data(two)], accessory: ui.button(press, { n: 1 }, one) }),
          ui.section(two),
          ui.context(one, data(two)),
          ui.divider(),
          ui.actions([
            ui.button(press, { n: 1 }, one, { confirm, label: two, style: 'danger' }),
            ui.button(press, { n: 2 }, two),
            ui.overflow(press, [{ text: one, value: { n: 3 } }]),
            ui.staticSelect('test.select', choices, { initial: 'b', placeholder: one }),
          ]),
        ];
        expect(validateMessage(ui.message(one, blocks))).toEqual([]);
        const inputs: KnownBlock[] = [
          ui.alert(data(one)),
          ui.input('text', one, ui.textInput('t', { initial: two, placeholder: one, multiline: true }), {
            hint: two,
          }),
          ui.input('radio', two, ui.radioButtons('r', choices, 'a')),
          ui.input('boxes', two, ui.checkboxes('c', choices, ['b']), { optional: true }),
          ui.input('search', one, ui.externalSelect('e', { initial: { value: 'a', text: one } })),
          ui.input('date', one, ui.datePicker('d', two)),
          ui.input('people', one, ui.usersMultiSelect('u', ['U0RITA'], two)),
          ui.input('channel', one, ui.channelSelect('h', null, two), { dispatch: true }),
        ];
        const view = ui.modal({
          id: form,
          metadata: 'x',
          title: one,
          close: two,
          submit: one,
          blocks: inputs,
        });
        expect(validateView(view)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tell equal buttons in a row apart', () => {
    const row = ui.actions([1, 2, 3].map((n) => ui.button(press, { n }, 'x')));
    expect(row.elements.map((element) => 'action_id' in element && element.action_id)).toEqual([
      'test.press',
      'test.press:2',
      'test.press:3',
    ]);
  });

  it('refuse what would be lost if it were cut', () => {
    expect(() => ui.button(wide, 'x'.repeat(2000), 'x')).toThrow(RangeError);
    expect(() => ui.option({ value: 'x'.repeat(151), text: 'x' })).toThrow(RangeError);
    expect(() =>
      ui.modal({ id: form, metadata: 'x'.repeat(3000), title: 'x', close: 'x', blocks: [ui.divider()] }),
    ).toThrow(RangeError);
    expect(() => ui.message('x', Array.from({ length: 51 }, ui.divider))).toThrow(RangeError);
    expect(() => ui.home(Array.from({ length: 101 }, ui.divider))).toThrow(RangeError);
    expect(() => ui.actions([])).toThrow(RangeError);
    expect(() => defineAction('has space', z.string())).toThrow(RangeError);
  });

  it('leave out a date that is none, because Slack refuses the whole view for it', () => {
    expect(ui.datePicker('d', '2026-02-31x')).toEqual({ type: 'datepicker', action_id: 'd' });
    expect(ui.datePicker('d', '2026-13-01')).toEqual({ type: 'datepicker', action_id: 'd' });
    expect(ui.datePicker('d', '2026-02-28')).toMatchObject({ initial_date: '2026-02-28' });
  });
});
