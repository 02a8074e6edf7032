import { describe, expect, it } from 'vitest';
import type { SegmentLine } from '../../../src/services/segments/types.ts';
import { option } from '../../../src/slack/blocks/index.ts';
import { LINE_FIELDS, valuesOf } from '../../../src/slack/segment-header/fields.ts';
import { FILTERS, listState, SORTS } from '../../../src/slack/segment-lines/ids.ts';
import { lineForm } from '../../../src/slack/segment-lines/line-form.ts';
import { inheritedValues, lineChanges, ownValues } from '../../../src/slack/segment-lines/line-values.ts';
import { type LinesModel, linesModal, PAGE } from '../../../src/slack/segment-lines/list-view.ts';
import { contactChoice, pickForm } from '../../../src/slack/segment-lines/pick-form.ts';
import { markupIn, NASTY_NAMES, textOf, validView } from '../../support/valid-slack.ts';
import { sampleHeader } from '../segments/sample.ts';

const sampleLine = (over: Partial<SegmentLine> = {}): SegmentLine => ({
  lineNo: 4,
  contactNo: 'CT000004',
  name: 'Ann',
  type: 'person',
  companyName: 'Aarhus Møbler',
  city: 'Aarhus',
  email: 'ann@example.com',
  description: 'Autumn call',
  date: '2026-11-23',
  time: null,
  salespersonCode: 'RR',
  campaignNo: 'CP1001',
  campaignTarget: false,
  campaignResponse: false,
  templateCode: 'BUS',
  groupCode: 'LETTER',
  languageCode: null,
  attachmentId: null,
  subject: '',
  cost: '50.00',
  duration: 20,
  informationFlow: 'outbound',
  initiatedBy: 'us',
  correspondenceType: '',
  evaluation: '',
  attemptFailed: false,
  copy: 0,
  own: ['cost'],
  ...over,
});
const { own: _own, ...inherited } = sampleLine({ cost: '8.00' });
const reader = { locale: 'en', currency: 'EUR' } as const;
const list = (over: Partial<LinesModel> = {}) =>
  linesModal({
    reader,
    header: sampleHeader(),
    state: listState.parse({ no: 'SM00001' }),
    page: { rows: [sampleLine()] },
    ...over,
  });

describe.each(['en', 'da'] as const)('the list of contacts in %s', (locale) => {
  it('is sound with every sort and filter, on every page', () => {
    for (const sort of SORTS) {
      for (const filter of FILTERS) {
        const state = listState.parse({ no: 'SM00001', sort, filter, query: 'x'.repeat(60), from: 991 });
        const rows = Array.from({ length: PAGE }, (_, n) => sampleLine({ lineNo: 1_000_000 + n }));
        const next = { lineNo: 9_000_000_000, key: 'ø'.repeat(250) };
        validView(list({ reader: { locale, currency: 'DKK' }, state, page: { rows, next } }));
        validView(list({ reader: { locale, currency: 'DKK' }, state, page: { rows: [] } }));
      }
    }
  });

  it.each(NASTY_NAMES)('stands %s', (_what, name) => {
    const line = sampleLine({
      name,
      companyName: name,
      city: name,
      description: name,
      subject: name,
      own: [...LINE_FIELDS],
    });
    const rows = Array.from({ length: PAGE }, (_, n) => ({ ...line, lineNo: n + 1 }));
    const header = sampleHeader({ description: name });
    const view = validView(list({ reader: { locale, currency: 'EUR' }, header, page: { rows } }));
    expect(markupIn(view)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    const values = valuesOf(LINE_FIELDS, () => ({ value: name.slice(0, 100), name }));
    const attachment = { id: 9, fileName: name || 'file', mediaType: 'text/plain', size: 3 };
    const file = { attachment, unique: true, possible: true };
    const model = { reader: { locale, currency: 'EUR' }, draftId: 3, revision: 1, line, file };
    validView(lineForm({ ...model, values, inherited: values }));
    const empty = valuesOf(LINE_FIELDS, () => ({ value: '' }));
    validView(lineForm({ ...model, values: empty, inherited: empty }));
    option(contactChoice(line));
  });

  it('asks for a contact to be added, or put in the place of another', () => {
    const below = { viewId: 'V1', state: listState.parse({ no: 'SM00001', query: 'ø'.repeat(60) }) };
    validView(pickForm({ locale, no: 'SM00001', version: 3, below }));
    validView(pickForm({ locale, no: 'SM00001', version: 3, line: 4, contact: 'CT000004', below }));
  });
});

describe('the list', () => {
  it('shows what a line has of its own, and who cannot be reached by e-mail', () => {
    const said = textOf(list({ page: { rows: [sampleLine({ email: '' })] } }).blocks);
    expect(said).toContain('1. 👤 *Ann* · Aarhus Møbler · Aarhus · CT000004\n✏️ Cost: €50.00\n_no e-mail_');
    expect(said).toContain('1–1, that is all');
  });

  it('offers what can be done with a line, and nothing that changes a segment being logged', () => {
    const verbs = (state: 'open' | 'logging') =>
      [...JSON.stringify(list({ header: sampleHeader({ state }) })).matchAll(/\\"do\\":\\"(\w+)\\"/g)].map(
        ([, verb]) => verb,
      );
    expect(verbs('open')).toEqual(['edit', 'replace', 'remove', 'why']);
    expect(verbs('logging')).toEqual(['why']);
    expect(JSON.stringify(list({ header: sampleHeader({ state: 'logging' }) }))).not.toContain('lines.add');
  });

  it('tells an empty segment from a search that finds nothing', () => {
    const state = listState.parse({ no: 'SM00001', query: 'zzz' });
    expect(textOf(list({ state, page: { rows: [] } }).blocks)).toContain('No contact matches');
    const header = sampleHeader({ counts: { companies: 0, people: 0 } });
    expect(textOf(list({ header, state, page: { rows: [] } }).blocks)).toContain('There are no contacts yet');
  });
});

describe('the form for a line', () => {
  const shown = { segmentNo: 'SM00001', version: 3, line: sampleLine(), inherited };

  it('fills in only what is the line’s own, and says what an empty field stands for', () => {
    const values = ownValues(shown);
    expect(LINE_FIELDS.filter((field) => values[field].value !== '')).toEqual(['cost']);
    const model = { reader, draftId: 3, revision: 1, line: shown.line };
    const view = validView(
      lineForm({
        ...model,
        file: { attachment: null, unique: false, possible: true },
        values,
        inherited: inheritedValues(shown),
      }),
    );
    const json = JSON.stringify(view);
    expect(json).toContain('"initial_value":"50.00"');
    expect(json).toContain('When empty, from the header: €8.00');
    expect(json).toContain('When empty, from the header or the contact: RR');
  });

  it('gives back to the header what was emptied', () => {
    const typed = {
      ...ownValues(shown),
      cost: { value: '' },
      attemptFailed: { value: 'yes' },
      duration: { value: '5' },
    };
    expect(lineChanges(['cost', 'duration', 'attemptFailed'], typed)).toEqual({
      cost: null,
      duration: 5,
      attemptFailed: true,
    });
  });
});
