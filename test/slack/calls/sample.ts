import type {
  CallContact,
  CallListView,
  CallProgress,
  Recorded,
} from '../../../src/services/call-lists/types.ts';

export const READER = { locale: 'en', timeZone: 'Europe/Copenhagen', memberId: 101 } as const;

export const sampleProgress = (over: Partial<CallProgress> = {}): CallProgress => ({
  total: 100,
  done: { reached: 20, 'no-answer': 6, 'not-interested': 3, meeting: 4, skipped: 1 },
  waiting: 3,
  nextAt: new Date('2026-11-24T09:00:00Z'),
  calling: [
    { memberId: 101, slackUserId: 'U0RITA', name: 'Rita Rep' },
    { memberId: 102, slackUserId: 'U0SOREN', name: 'Søren Salg' },
  ],
  kept: 0,
  left: 61,
  ...over,
});

export const NONE_DONE: CallProgress['done'] = {
  reached: 0,
  'no-answer': 0,
  'not-interested': 0,
  meeting: 0,
  skipped: 0,
};

export const sampleList = (over: Partial<CallListView> = {}): CallListView => ({
  list: {
    id: 7,
    segmentId: 3,
    segmentNo: 'SM00001',
    description: 'Autumn call',
    channel: 'C0SALES',
  },
  progress: sampleProgress(),
  refusal: null,
  ...over,
});

export const sampleContact = (over: Partial<CallContact> = {}): CallContact => ({
  contactId: 65,
  contactNo: 'CT000065',
  type: 'person',
  name: 'Ann Jensen',
  jobTitle: 'Head of purchasing',
  companyName: 'Aarhus Møbler A/S',
  phone: '+45 12 34 56 78',
  companyPhone: '',
  email: 'ann@example.com',
  city: 'Aarhus',
  language: 'Danish',
  description: 'Autumn call',
  subject: 'The new catalogue',
  calls: 0,
  interactions: [
    {
      date: '2026-11-20',
      template: 'Outgoing phone call',
      description: 'Summer call',
      evaluation: '',
      attemptFailed: true,
      by: 'Rita Rep',
    },
    {
      date: '2026-09-01',
      template: 'Business letter',
      description: 'Business letter',
      evaluation: 'positive',
      attemptFailed: false,
      by: 'Søren Salg',
    },
  ],
  turn: '1763892000000.0',
  ...over,
});

export const sampleRecorded = (over: Partial<Recorded> = {}): Recorded => ({
  outcome: 'reached',
  contactId: 64,
  contactName: 'Bo Berg',
  entryId: 12,
  again: null,
  heldBy: null,
  ...over,
});
