import { describe, expect, test } from 'vitest';
import type { FollowUpProposal } from '../../../src/services/follow-ups/show.ts';
import { proposalMessage } from '../../../src/slack/follow-ups/message.ts';
import { followUpModal } from '../../../src/slack/follow-ups/modal.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';

const DUE = new Date('2026-12-14T08:00:00Z');
const none = { companies: 0, people: 0 };
const counts = {
  all: { companies: 9, people: 55 },
  reached: { companies: 5, people: 30 },
  'not-reached': { companies: 4, people: 25 },
  positive: none,
  responded: none,
};
const proposal = (over: Partial<FollowUpProposal> = {}): FollowUpProposal => ({
  id: 1,
  entryNo: 7,
  segmentNo: 'SM00001',
  description: 'Autumn call',
  outcome: 'not-reached',
  wished: '',
  counts: counts['not-reached'],
  status: 'waiting',
  dueAt: DUE,
  asked: [],
  createdNo: null,
  ...over,
});
const reader = { locale: 'en', timeZone: 'Europe/Copenhagen' } as const;
const said = (over: Partial<FollowUpProposal>, due: string | null) =>
  textOf(validMessage(proposalMessage(reader, proposal(over), due)).blocks);

test('The form offers the outcomes that somebody has, with how many.', () => {
  const view = validView(
    followUpModal('en', { entryNo: 7, segmentNo: 'SM00001', description: 'Autumn', counts }),
  );
  const text = textOf(view.blocks);
  expect(text).toContain('Only those not reached\n29 contacts (4 companies, 25 people)');
  expect(text).not.toContain('responded');
  expect(text).toContain('“Follow-up on segment SM00001”');
});

test('A proposal says what its segment will be called, where that was typed.', () => {
  const due = DUE.toISOString();
  expect(said({ wished: 'Second round' }, null)).toContain(
    'only those not reached. It will be called “Second round”.\nCreate now',
  );
  const asked = [due];
  expect(said({ wished: 'Second round', status: 'proposed', asked }, due)).toContain(
    'called “Second round”.',
  );
  expect(said({ wished: 'Second round', status: 'dismissed', asked }, due)).not.toContain('Second round');
});

test('A proposal says that it will come, asks once, and says what became of it.', () => {
  const due = DUE.toISOString();
  expect(said({}, null)).toMatch(
    /^On <!date\^\d+\^\{date_short\}\|.*you will be asked.*log entry 7, \*SM00001\* Autumn call: only those not reached\.\nCreate now\nDismiss$/,
  );
  const asked = [due];
  const asks = said({ status: 'proposed', asked }, due);
  expect(asks).toContain('Time to follow up on log entry 7');
  expect(asks).toContain('Only those not reached: *29 contacts (4 companies, 25 people)*');
  expect(asks).toContain('Create segment\nIn another week\nDismiss');
  expect(said({ status: 'created', createdNo: 'SM00002', asked }, due)).toContain('*SM00002*');
  expect(said({ status: 'dismissed', asked }, due)).toBe(
    'No follow-up on log entry 7, *SM00001* Autumn call.',
  );
});

test('Only the newest message of a proposal is live, whatever became of it; others say when it was asked.', () => {
  const asked = ['2026-12-07T08:00:00.000Z', DUE.toISOString()];
  const [first = '', last = ''] = asked;
  const asOf = (day: string) =>
    new RegExp(`^You were asked on <!date\\^${Date.parse(day) / 1000}\\^[^>]*> whether`);
  for (const over of [
    { status: 'proposed' },
    { status: 'waiting', dueAt: new Date('2026-12-21T08:00:00Z') },
    { status: 'created', createdNo: 'SM00002' },
    { status: 'dismissed' },
  ] as const) {
    for (const earlier of [null, first]) {
      const text = said({ ...over, asked }, earlier);
      expect(text).toMatch(asOf(first));
      expect(text).not.toContain('\n');
    }
    expect(said({ ...over, asked }, last)).not.toContain('You were asked');
  }
  expect(said({ status: 'waiting', asked }, last)).toContain('Create now\nDismiss');
});

describe.each(['en', 'da'] as const)('In %s', (locale) => {
  test.each(NASTY_NAMES)('all of it stands names with %s', (_what, description) => {
    validView(followUpModal(locale, { entryNo: 7, segmentNo: 'SM00001', description, counts }));
    for (const status of ['waiting', 'proposed', 'created', 'dismissed'] as const) {
      const message = proposalMessage(
        { ...reader, locale },
        proposal({
          description,
          wished: description,
          status,
          createdNo: status === 'created' ? 'SM00002' : null,
        }),
        DUE.toISOString(),
      );
      expect(markupIn(validMessage(message))).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    }
  });
});
