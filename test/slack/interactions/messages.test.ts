import { describe, expect, test } from 'vitest';
import type {
  LogEntryRow,
  LoggedSegmentCard,
  LogRunState,
} from '../../../src/services/interactions/types.ts';
import type { SegmentCard } from '../../../src/services/segments/types.ts';
import { entriesMessage, loggedMessage } from '../../../src/slack/interactions/log-messages.ts';
import { logModal } from '../../../src/slack/interactions/log-modal.ts';
import { loggedCardMessage, loggedListMessage } from '../../../src/slack/interactions/logged-cards.ts';
import { runMessage } from '../../../src/slack/interactions/run-message.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';

const AT = new Date('2026-11-23T11:00:00Z');
const RITA = { memberId: 1, slackUserId: 'U0RITA', name: 'Rita Rep' };
const MONA = { memberId: 3, slackUserId: 'U0MONA', name: 'Mona Manager' };
const reader = (locale: 'en' | 'da') => ({ locale, timeZone: 'Europe/Copenhagen' });

const entry = (index: number, name = `Contact ${index}`): LogEntryRow => ({
  entryId: 100 + index,
  contactNo: `CT${String(index).padStart(6, '0')}`,
  contactName: name,
  contactType: 'person',
  companyName: name && `${name} A/S`,
  date: '2026-11-23',
  description: name,
  templateCode: 'BUS',
  cost: '8.00',
  duration: 30,
  salespersonCode: 'JO',
  correspondenceType: 'email',
  canceled: false,
});

const card = (over: Partial<LoggedSegmentCard> = {}): LoggedSegmentCard => ({
  id: 1,
  entryNo: 7,
  segmentId: 9,
  segmentNo: 'SM00001',
  description: 'Autumn call',
  campaign: { no: 'CP1001', description: 'Autumn' },
  template: { code: 'BUS', description: 'Business letter' },
  counts: { companies: 9, people: 55 },
  cost: '512.00',
  duration: 1920,
  currency: 'EUR',
  loggedBy: RITA,
  builtBy: [RITA],
  approval: { requestId: 5, by: MONA, at: AT, comment: '' },
  channel: 'C0SALES',
  canceled: false,
  createdAt: AT,
  followUpNo: null,
  listed: 64,
  entries: { rows: [entry(1), entry(2)], from: 1, nextAfter: 102 },
  ...over,
});

const run = (over: Partial<LogRunState> = {}): LogRunState => ({
  runId: 3,
  segmentNo: 'SM00001',
  description: 'Autumn call',
  counts: { companies: 9, people: 55 },
  channel: 'C0SALES',
  followUp: false,
  status: 'queued',
  requestedBy: RITA,
  requestedAt: AT,
  error: null,
  logged: null,
  postingError: null,
  ...over,
});
const done = {
  status: 'done',
  logged: {
    id: 1,
    entryNo: 7,
    counts: { companies: 9, people: 55 },
    cost: '512.00',
    duration: 1920,
    currency: 'EUR',
    followUpNo: 'SM00002',
  },
} as const satisfies Partial<LogRunState>;

const segment = (over: Partial<SegmentCard['header']> = {}): SegmentCard => ({
  header: {
    id: 9,
    no: 'SM00001',
    description: 'Autumn call',
    date: '2026-11-23',
    campaign: { id: 1, no: 'CP1001', description: 'Autumn', salespersonCode: 'OO' },
    template: { code: 'BUS', description: 'Business letter' },
    salesperson: null,
    unitCost: '8.00',
    unitDuration: 30,
    campaignTarget: false,
    campaignResponse: false,
    group: null,
    language: null,
    subject: '',
    informationFlow: 'outbound',
    initiatedBy: 'us',
    correspondenceType: '',
    ignoreContactCorrespondenceType: false,
    cost: '8.00',
    duration: 30,
    state: 'approved',
    version: 4,
    counts: { companies: 9, people: 55 },
    currentStep: 1,
    lastStep: 1,
    createdBy: RITA,
    changedBy: RITA,
    changedAt: AT,
    ...over,
  },
  steps: [],
  earlierSteps: 0,
  contacts: [],
  from: 1,
  cost: '512.00',
  duration: 1920,
  currency: 'EUR',
  needsApproval: true,
  approval: {
    requestId: 5,
    status: 'approved',
    requestedBy: RITA,
    decidedBy: MONA,
    decidedAt: AT,
    comment: '',
  },
  actions: ['log'],
});

test('The channel sees one message: what it was about, how many, what it cost, who built and who approved it.', () => {
  const message = validMessage(loggedMessage(reader('en'), card({ followUpNo: 'SM00002' })));
  const text = textOf(message.blocks);
  for (const part of [
    'Interactions logged: Autumn call',
    '*Segment*\nSM00001',
    '*Log entry*\n7',
    'Autumn (CP1001)',
    'Business letter (BUS)',
    '64 contacts (9 companies, 55 people)',
    '€512.00',
    '32 h',
    '*Built by*\nRita Rep',
    '*Approved by*\nMona Manager',
    'Follow-up segment: *SM00002*',
    'The entries are in the thread',
  ]) {
    expect(text).toContain(part);
  }
  expect(message.text).toBe('Rita Rep logged SM00001 Autumn call: 64 contacts (9 companies, 55 people).');
  const long = textOf(
    loggedMessage(reader('en'), card({ counts: { companies: 0, people: 5000 }, listed: 200 })).blocks,
  );
  expect(long).toContain('The first 200 entries are in the thread');
  const canceled = validMessage(loggedMessage(reader('da'), card({ canceled: true, approval: null })));
  expect(textOf(canceled.blocks)).toContain('Disse interaktioner er annulleret.');
  expect(canceled.text).toContain('annulleret');
});

test('A batch of the thread tells which entries it has; canceled ones are struck through.', () => {
  const rows = [
    entry(41),
    { ...entry(42), contactType: 'company' as const, companyName: '', canceled: true },
  ];
  const message = validMessage(entriesMessage('en', card(), rows, 41));
  expect(textOf(message.blocks)).toBe(
    '*Interactions 41–42 of 64*\n41. *Contact 41* · Contact 41 A/S · CT000041 · JO\n' +
      '~42. *Contact 42* · CT000042 · JO~ (canceled)',
  );
  expect(message.text).toBe('Interactions of SM00001: 41–42 of 64');
});

test('Whoever asked is told how the logging went.', () => {
  expect(validMessage(runMessage('en', run())).text).toContain('Logging *SM00001* Autumn call: 64 contacts');
  const finished = validMessage(runMessage('en', run(done)));
  expect(finished.text).toBe(
    '*SM00001* Autumn call is logged as entry 7: 64 contacts (9 companies, 55 people), cost €512.00, duration 32 h. ' +
      'The log is posted in <#C0SALES>.\nThe follow-up segment is *SM00002*.',
  );
  const refused = runMessage(
    'en',
    run({ status: 'failed', error: { code: 'approval_missing', params: { no: 'SM00001' } } }),
  );
  expect(validMessage(refused).text).toBe(
    '*SM00001* Autumn call was not logged; it is as it was before. SM00001 must be approved before it is logged.',
  );
});

test.each(['not_in_channel', 'is_archived', 'channel_not_found', 'restricted_action', 'constructor'])(
  'A log that could not be posted because of %s is told with the way to it.',
  (postingError) => {
    for (const locale of ['en', 'da'] as const) {
      const { text } = validMessage(runMessage(locale, run({ ...done, postingError })));
      expect(text).toContain('`/segment logged 7`');
      expect(text).toContain('<#C0SALES>');
    }
  },
);

test('The form for logging offers channels of this workspace alone, with the usual one chosen.', () => {
  const view = validView(logModal('en', segment(), 'C0SALES'));
  expect(view.blocks.find((block) => block.block_id === 'channel')).toMatchObject({
    optional: false,
    element: { initial_conversation: 'C0SALES', filter: { exclude_external_shared_channels: true } },
  });
  expect(textOf(view.blocks)).toContain('Approved by <@U0MONA>');
  expect(JSON.parse(view.private_metadata ?? '')).toEqual({ no: 'SM00001', version: 4 });
  validView(logModal('da', { ...segment({ campaign: null }), approval: null }, null));
});

describe.each(['en', 'da'] as const)('In %s', (locale) => {
  test.each(NASTY_NAMES)('messages stand names with %s', (_what, name) => {
    const rows = Array.from({ length: 40 }, (_, index) => entry(index + 1, name));
    const nasty = card({
      description: name,
      campaign: { no: 'CP1001', description: name },
      template: { code: 'BUS', description: name },
      builtBy: Array.from({ length: 30 }, (_, index) => ({
        memberId: index,
        slackUserId: `U0${index}`,
        name,
      })),
      entries: { rows: rows.slice(0, 10), from: 11, previousBefore: 1, nextAfter: 2 },
    });
    for (const message of [
      loggedMessage(reader(locale), nasty),
      loggedMessage(reader(locale), { ...nasty, canceled: true, followUpNo: 'SM00002' }),
      entriesMessage(locale, nasty, rows, 1),
      loggedCardMessage(reader(locale), nasty),
      loggedListMessage(
        reader(locale),
        { loggedSegments: Array.from({ length: 8 }, () => nasty), total: 300, nextBefore: 2 },
        9,
      ),
      runMessage(locale, run({ ...done, description: name })),
      runMessage(locale, run({ description: name })),
    ]) {
      validMessage(message);
      expect(markupIn(message)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    }
    validView(logModal(locale, segment({ description: name }), 'C0SALES'));
  });

  test('an empty list says how to log', () => {
    const message = validMessage(loggedListMessage(reader(locale), { loggedSegments: [], total: 0 }, 1));
    expect(textOf(message.blocks)).toContain('`/segment log SM00001`');
  });
});
