import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../../src/core/errors.ts';
import type { HeaderFieldPreview } from '../../../src/services/segments/types.ts';
import {
  changedFields,
  type FieldValues,
  formName,
  HEADER_FIELDS,
  type HeaderFormField,
  mergeValues,
  plainDecimal,
  valuesOf,
} from '../../../src/slack/segment-header/fields.ts';
import { headerChanges, headerValues } from '../../../src/slack/segment-header/header-values.ts';
import { questionModal } from '../../../src/slack/segment-header/question-view.ts';
import { typedValues } from '../../../src/slack/segment-header/typed-values.ts';
import { headerModal } from '../../../src/slack/segment-header/view.ts';
import { movedOnBlocks } from '../../../src/slack/segments/moved-on.ts';
import { markupIn, NASTY_NAMES, textOf, validView } from '../../support/valid-slack.ts';
import { sampleHeader } from '../segments/sample.ts';

const counts = { companies: 9, people: 55 };
const values = headerValues(sampleHeader());
const form = (over: Partial<Parameters<typeof headerModal>[0]> = {}) =>
  headerModal({ locale: 'en', draftId: 7, no: 'SM00001', revision: 1, values, counts, ...over });

const same = (value: string): FieldValues<HeaderFormField> => valuesOf(HEADER_FIELDS, () => ({ value }));
const ctx = {
  locale: 'en',
  timeZone: 'Europe/Copenhagen',
  actor: { slackUserId: 'U0RITA' },
} as Parameters<typeof movedOnBlocks>[0];
const movedOn = (by = 'U0SOREN') =>
  new ConflictError('segment_moved_on', { no: 'SM00001', by, at: '2026-11-23T11:00:00Z', change: 'header' });

describe.each(['en', 'da'] as const)('the form for a header in %s', (locale) => {
  it('has an input for each field, each with what the header holds', () => {
    const view = validView(form({ locale }));
    const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => id);
    expect(inputs).toEqual(HEADER_FIELDS.map((field) => `${formName(field)}:1`));
    const json = JSON.stringify(view);
    expect(json).toContain('"initial_value":"8.00"');
    expect(json).toContain('"initial_date":"2026-11-23"');
    expect(json).toContain('BUS · Business letter');
  });

  it.each(NASTY_NAMES)('stands %s', (_what, name) => {
    const nasty = valuesOf(HEADER_FIELDS, () => ({ value: name.slice(0, 100), name }));
    for (const notice of [undefined, movedOnBlocks({ ...ctx, locale }, movedOn(), Array(40).fill(name))]) {
      const view = validView(form({ locale, values: nasty, notice }));
      expect(markupIn(view)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    }
    validView(form({ locale, values: same('') }));
  });

  it('asks what becomes of the lines, with the number that each choice touches', () => {
    const change = (over: Partial<HeaderFieldPreview>): HeaderFieldPreview => ({
      field: 'unitCost',
      before: '8.00',
      after: '9.50',
      follow: 12,
      deviate: 3,
      replaced: 0,
      ...over,
    });
    const reader = { locale, currency: 'EUR' };
    const all = [...HEADER_FIELDS, 'groupCode' as const].map((field) =>
      change({ field, before: 'x'.repeat(3000), after: null, follow: 1_000_000, deviate: 1, replaced: 5 }),
    );
    const named = (_: string, value: string) => ({ value });
    validView(questionModal({ reader, draftId: 7, no: 'SM00001', changes: all, named }));
    const asked = validView(
      questionModal({
        reader,
        draftId: 7,
        no: 'SM00001',
        changes: [
          change({ field: 'languageCode', before: 'ENU', after: 'DAN', follow: 0 }),
          change({ field: 'languages', before: 'DAN, ENU', after: 'DAN, ENU', follow: 0 }),
        ],
        newLanguage: { language: { value: 'DAN', name: 'Danish & <!channel>' }, subject: 'Kom!' },
        named,
      }),
    );
    expect(asked.blocks.map(({ type }) => type)).toEqual(['section', 'alert', 'actions']);
    expect(textOf(asked)).toContain('Danish &amp; &lt;!channel&gt;');
    expect(textOf(asked)).not.toContain('DAN, ENU');
    const view = questionModal({ reader, draftId: 7, no: 'SM00001', changes: [change({})], named });
    const said = textOf(validView(view).blocks);
    expect(said).toContain(
      locale === 'en'
        ? '*Cost per contact: €8.00 → €9.50*\n12 lines follow the header, 3 keep their own'
        : 'Kostbeløb pr. kontakt',
    );
    expect(JSON.stringify(view)).toContain('"initial_option":{"text":{"type":"plain_text"');
  });
});

describe('what stands in the form', () => {
  const state = (values: Record<string, object>) =>
    ({
      state: { values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { x: value }])) },
    }) as Parameters<typeof typedValues>[1];

  it('is read by field, whatever the revision; codes keep their names', () => {
    const typed = typedValues(HEADER_FIELDS, {
      ...state({
        'description:4': { type: 'plain_text_input', value: ' Fair ' },
        'unitCost:4': { type: 'number_input', value: '9,5' },
        'campaign:4': {
          type: 'external_select',
          selected_option: { text: { type: 'plain_text', text: 'CP1002 · Fair' }, value: 'CP1002' },
        },
        'informationFlow:4': {
          type: 'static_select',
          selected_option: { text: { type: 'plain_text', text: 'None' }, value: '-' },
        },
      }),
    });
    expect(typed.description).toEqual({ value: 'Fair' });
    expect(typed.unitCost).toEqual({ value: '9.50' });
    expect(typed.campaignNo).toEqual({ value: 'CP1002', name: 'Fair' });
    expect(typed.informationFlow).toEqual({ value: '' });
  });

  it('becomes changes of the right kind', () => {
    const typed = {
      ...values,
      campaignNo: { value: '' },
      unitDuration: { value: '45' },
      campaignTarget: { value: 'yes' },
    };
    const changed = changedFields(HEADER_FIELDS, values, typed);
    expect(headerChanges(changed, typed)).toEqual({
      campaignNo: null,
      unitDuration: 45,
      campaignTarget: true,
    });
  });

  it.each([
    ['8', '8.00'],
    ['08.50', '8.50'],
    ['8,5', '8.50'],
    ['8.', '8.00'],
    ['0', '0.00'],
    ['8.125', '8.125'],
    ['-5', '-5'],
    ['', ''],
    ['1e3', '1e3'],
  ])('takes %s for %s', (typed, amount) => expect(plainDecimal(typed)).toBe(amount));
});

describe('a form whose segment was changed meanwhile', () => {
  it('keeps what was typed, and takes everything else as it is now', () => {
    const typed = { ...values, unitCost: { value: '9.50' } };
    const now = { ...values, unitCost: { value: '7.00' }, description: { value: 'Winter call' } };
    const merged = mergeValues(HEADER_FIELDS, { base: values, typed, now });
    expect(merged.unitCost.value).toBe('9.50');
    expect(merged.description.value).toBe('Winter call');
    // Saving it changes the cost alone: nothing that somebody else has changed is taken back.
    expect(changedFields(HEADER_FIELDS, now, merged)).toEqual(['unitCost']);
  });

  it('says who changed it, when, and what; a change of one’s own is told as such', () => {
    const said = textOf(movedOnBlocks(ctx, movedOn(), ['Cost per contact: €8.00 → €7.00']));
    expect(said).toContain('<@U0SOREN> changed SM00001 at 12:00:00: edited the header.');
    expect(said).toContain('• Cost per contact: €8.00 → €7.00');
    expect(textOf(movedOnBlocks(ctx, movedOn('U0RITA'), []))).toContain(
      'You changed SM00001 in another window',
    );
  });
});
