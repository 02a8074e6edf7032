import { describe, expect, it } from 'vitest';
import type { SharedSegment } from '../../../src/services/segments/shared-segment.ts';
import type { ApprovalState } from '../../../src/services/segments/types.ts';
import { shareModal } from '../../../src/slack/segments/share.ts';
import { sharedCard } from '../../../src/slack/segments/shared-card.ts';
import { textOf, validMessage, validView } from '../../support/valid-slack.ts';
import { sampleHeader, sampleStep } from './sample.ts';

const AT = new Date('2026-11-23T11:00:00Z');
const RITA = { memberId: 101, slackUserId: 'U0RITA' };
const MONA = { memberId: 103, slackUserId: 'U0MONA' };
const reader = { locale: 'en', timeZone: 'Europe/Copenhagen', names: new Map() } as never;
const danish = { locale: 'da', timeZone: 'Europe/Copenhagen', names: new Map() } as never;

const approval = (over: Partial<ApprovalState> = {}): ApprovalState => ({
  requestId: 7,
  status: 'pending',
  requestedBy: RITA,
  decidedBy: null,
  decidedAt: null,
  comment: '',
  ...over,
});

const shared = (over: Partial<SharedSegment> = {}): SharedSegment => ({
  header: sampleHeader(),
  lastStep: sampleStep(),
  needsApproval: true,
  approval: null,
  loggable: false,
  logged: null,
  names: new Map([
    [101, 'Rita <Rep>'],
    [103, 'Mona Manager'],
  ]),
  ...over,
});
const card = (over: Partial<SharedSegment> = {}, who = reader) =>
  validMessage(sharedCard(who, shared(over), 101));
const buttons = (message: ReturnType<typeof card>) =>
  message.blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .map((one) => [(one as { text: { text: string } }).text.text, (one as { style?: string }).style]);

describe('a card in a channel', () => {
  it('says what the segment is for, how large, where it stands, and what was done last, and calls nobody', () => {
    const message = card();
    const text = textOf(message.blocks);
    expect(text).toContain('SM00001 · Autumn call');
    expect(text).toContain('64 contacts (9 companies, 55 people)');
    expect(text).toContain('Step 1 · Added: every contact · +64 contacts');
    expect(text).toContain('Shared by Rita &lt;Rep&gt;');
    expect(JSON.stringify(message)).not.toContain('<@');
    expect(buttons(message)).toEqual([['Show', undefined]]);
    expect(textOf(card({}, danish).blocks)).toContain('Trin 1 · ');
  });

  it('offers what the segment waits for', () => {
    const submitted = card({ header: sampleHeader({ state: 'submitted' }), approval: approval() });
    expect(buttons(submitted)).toEqual([
      ['Decide', 'primary'],
      ['Show', undefined],
    ]);
    const decided = approval({ status: 'approved', decidedBy: MONA, decidedAt: AT });
    const approved = card({ header: sampleHeader({ state: 'approved' }), approval: decided, loggable: true });
    expect(buttons(approved)).toEqual([
      ['Log', 'primary'],
      ['Show', undefined],
    ]);
    expect(textOf(approved.blocks)).toContain('Approved by Mona Manager');
  });

  it('keeps the reason of a rejection from the channel', () => {
    const rejected = approval({ status: 'rejected', decidedBy: MONA, decidedAt: AT, comment: 'Poor work' });
    const text = textOf(card({ approval: rejected }).blocks);
    expect(text).toContain('Rejected by Mona Manager');
    expect(text).not.toContain('Poor work');
  });

  it('tells of the entry once it is logged, and of its end once it is deleted', () => {
    const logged = card({
      header: sampleHeader({ state: 'logged' }),
      logged: { entryNo: 12, canceled: false, by: 103, at: AT },
    });
    expect(textOf(logged.blocks)).toMatch(/Logged .* by Mona Manager as entry 12/);
    expect(buttons(logged)).toEqual([
      ['Show log', undefined],
      ['Show', undefined],
    ]);
    const deleted = card({ header: sampleHeader({ state: 'deleted' }), lastStep: null });
    expect(textOf(deleted.blocks)).toMatch(/Deleted .* by Rita/);
    expect(buttons(deleted)).toEqual([]);
  });
});

it('The form for sharing asks for the channel alone.', () => {
  expect(textOf(validView(shareModal('en', 'SM00001', 'C0SALES')).blocks)).toContain('not the contacts');
  expect(textOf(validView(shareModal('da', 'SM00001', null)).blocks)).toContain('Kanal');
});
