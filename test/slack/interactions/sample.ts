import type {
  LogEntryRow,
  LoggedSegmentCard,
  LogRunState,
} from '../../../src/services/interactions/types.ts';
import type { SegmentCard, SegmentHeader } from '../../../src/services/segments/types.ts';
import { sampleCard, sampleHeader } from '../segments/sample.ts';

const AT = new Date('2026-11-23T11:00:00Z');
const RITA = { memberId: 1, slackUserId: 'U0RITA', name: 'Rita Rep' };
const MONA = { memberId: 3, slackUserId: 'U0MONA', name: 'Mona Manager' };

export const entry = (index: number, name = `Contact ${index}`): LogEntryRow => ({
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
  evaluation: '',
  attemptFailed: false,
  opportunityNo: '',
  canceled: false,
});

export const card = (over: Partial<LoggedSegmentCard> = {}): LoggedSegmentCard => ({
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
  entries: { rows: [entry(1), entry(2)], which: 'all', from: 1, nextAfter: 102 },
  ...over,
});

export const run = (over: Partial<LogRunState> = {}): LogRunState => ({
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
  sending: null,
  postingError: null,
  onlyFileMissing: false,
  ...over,
});
export const done = {
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

/** A segment that Mona approved, ready to be logged. */
export const segment = (over: Partial<SegmentHeader> = {}): SegmentCard =>
  sampleCard({
    header: sampleHeader({ id: 9, salesperson: null, state: 'approved', version: 4, ...over }),
    duration: 1920,
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

/** Nothing of the segment can be sent. */
export const NO_SENDING = { possible: false, on: false };
