import { describe, expect, it } from 'vitest';
import type { StepPage } from '../../../src/services/segments/page-steps.ts';
import type { ContactExplanation, SegmentStep, StepInput } from '../../../src/services/segments/types.ts';
import { STEPS_PAGE, stepsModal } from '../../../src/slack/segment-steps/list-view.ts';
import { wentSentence } from '../../../src/slack/segment-steps/went.ts';
import { whyBlocks, whyModal } from '../../../src/slack/segment-steps/why.ts';
import { criteria } from '../../support/criteria.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';
import { sampleResult, sampleStep } from '../segments/sample.ts';

const reader = { locale: 'en', timeZone: 'Europe/Copenhagen' } as const;
const every = criteria('');
const reduce: StepInput = sampleResult().input;
const page = (steps: SegmentStep[], over: Partial<StepPage> = {}): StepPage => ({
  segmentNo: 'SM00001',
  version: 9,
  currentStep: steps.filter(({ applied }) => applied).length,
  lastStep: steps.length,
  steps,
  ...over,
});
/** Three steps, the last one undone, as the service gives them. */
const three = [
  sampleStep({ no: 1 }),
  sampleStep({ no: 2, input: reduce, changed: { companies: 2, people: 10 } }),
  sampleStep({
    no: 3,
    applied: false,
    input: { kind: 'add-contact', contactNo: 'CT000009' },
    changed: { companies: 0, people: 1 },
  }),
];
interface Accessory {
  value: string;
  confirm: { text: { text: string } };
}
const ways = (view: ReturnType<typeof stepsModal>) =>
  view.blocks.flatMap((block) =>
    'accessory' in block && block.accessory && 'confirm' in block.accessory
      ? [block.accessory as unknown as Accessory]
      : [],
  );

describe('the list of steps', () => {
  it('tells each step in words, with its effect, who and when; the last one first', () => {
    const said = textOf(validView(stepsModal({ reader, page: page(three) })).blocks);
    expect(said).toContain('~*3.* Added by hand: CT000009~');
    expect(said).toMatch(
      /\*2\.\* Removed: type is person \(entire companies\)\n−12 contacts.*<@U0RITA>.*you are here/,
    );
    expect(said).toContain('Before the first step');
  });

  it('says before going what that changes, back and forward', () => {
    const [forward, back, start] = ways(stepsModal({ reader, page: page(three) }));
    expect(forward?.confirm.text.text).toBe(
      'Step 3 of SM00001 is done again. Comes back: 1 contact (0 companies, 1 person).',
    );
    expect(back?.confirm.text.text).toBe(
      'Step 2 of SM00001 is undone. Comes back: 12 contacts (2 companies, 10 people).',
    );
    expect(start?.confirm.text.text).toContain('Steps 1 to 2 of SM00001 are undone. Comes back: 12 contacts');
    expect(start?.confirm.text.text).toContain('Goes: 64 contacts');
    expect(JSON.parse(start?.value ?? '')).toEqual({ no: 'SM00001', version: 9, to: 0 });
  });

  it.each(['en', 'da'] as const)('is sound when long and nasty (%s)', (locale) => {
    for (const [, name] of NASTY_NAMES) {
      const inputs: StepInput[] = [
        {
          kind: 'refine',
          criteria: { ...every, all: [{ field: 'name', expression: { op: 'eq', value: name || 'x' } }] },
          options: { entireCompanies: true },
        },
        {
          kind: 'edit-line',
          lineNo: 1,
          contactNo: name.slice(0, 20) || 'x',
          changes: { description: name, cost: null },
        },
        { kind: 'header', changes: { description: name, campaignNo: null }, lines: 'keep' },
        { kind: 'reuse-logged', loggedSegmentId: 1, entryNo: 7 },
      ];
      const steps = Array.from({ length: STEPS_PAGE }, (_, n) =>
        sampleStep({ no: 999_989 + n, input: inputs[n % inputs.length] ?? reduce, applied: n > 5 }),
      );
      for (const current of [1_000_000, 999_990, 1]) {
        const view = stepsModal({
          reader: { ...reader, locale },
          page: page(steps, { currentStep: current, next: 99 }),
          before: 2_000_000,
        });
        expect(markupIn(validView(view))).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
      }
    }
    validView(stepsModal({ reader: { ...reader, locale }, page: page([]) }));
  });

  it('says where one went', () => {
    const { added, removed, now } = sampleResult();
    const result = {
      segmentNo: 'SM00001',
      from: 3,
      to: 1,
      added,
      removed,
      now,
      version: 10,
      canUndo: true,
      canRedo: true,
      voided: true,
    };
    const said = wentSentence('en', result).markup;
    expect(said).toContain('SM00001 is at step 1 now. Removed 12 contacts');
    expect(said).toContain('no longer counts');
    expect(wentSentence('da', { ...result, to: 0 }).markup).toContain('før sit første trin');
  });
});

describe('why a contact is on a segment or not', () => {
  const explained = (over: Partial<ContactExplanation> = {}): ContactExplanation => ({
    segmentNo: 'SM00001',
    contact: {
      contactNo: 'CT000004',
      name: 'Ann',
      type: 'person',
      companyName: 'Aarhus Møbler',
      city: '',
      email: '',
    },
    lines: 1,
    since: new Date('2026-11-23T11:00:00Z'),
    events: [{ did: 'added', lineNo: 4, step: sampleStep() }],
    excluded: false,
    ...over,
  });
  const said = (over: Partial<ContactExplanation>) => textOf(whyBlocks(reader, explained(over)));

  it('answers first, then tells the steps', () => {
    expect(said({})).toMatch(
      /\*Ann\* \(CT000004\) is on SM00001 since <!date.*\n.*➕ \*Step 1 added it\.\* Added: every contact/,
    );
    expect(said({ lines: 2 })).toContain('is on SM00001 with 2 lines since');
    expect(said({ lines: 0 })).toContain('is not on SM00001 any more');
    expect(said({ lines: 0, since: null, events: [], excluded: true })).toMatch(
      /is not on SM00001: no step has added it\.\n.*exclude from segment/,
    );
  });

  it.each(['en', 'da'] as const)('is sound with names and stories of any kind (%s)', (locale) => {
    for (const [, name] of NASTY_NAMES) {
      const events = Array.from({ length: 60 }, (_, n) => ({
        did: (['added', 'edited', 'removed'] as const)[n % 3] ?? ('added' as const),
        lineNo: n,
        step: sampleStep({ no: n + 1 }),
      }));
      const nasty = explained({ contact: { ...explained().contact, name }, events, excluded: true });
      const asked = { ...reader, locale };
      expect(markupIn(validView(whyModal(asked, nasty)))).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
      validMessage({ text: 'x', blocks: whyBlocks(asked, nasty) });
    }
  });
});
