import type { ApprovalRequestView } from '../../../src/services/approvals/types.ts';
import type { StepInput } from '../../../src/services/segments/types.ts';
import type { Reader } from '../../../src/slack/segments/reader.ts';

/** A request for approval as its messages and modals are given it, in all its states. */
export const reader = (locale: 'en' | 'da' = 'en'): Reader => ({
  locale,
  timeZone: 'Europe/Copenhagen',
  names: new Map([['countries/DK', 'Denmark']]),
});
const AT = new Date('2026-11-23T11:00:00Z');
const RITA = { memberId: 1, slackUserId: 'U0RITA' };
const MONA = { memberId: 3, slackUserId: 'U0MONA' };

export const addDenmark: StepInput = {
  kind: 'add',
  criteria: { version: 2, all: [{ field: 'country', expression: { op: 'eq', value: 'DK' } }] },
  options: { expandCompanies: false, relatedCompanies: false, allowExisting: false, ignoreExclusion: false },
};

export const request = (over: Partial<ApprovalRequestView> = {}): ApprovalRequestView => ({
  requestId: 5,
  segmentId: 9,
  segmentNo: 'SM00001',
  description: 'Autumn call',
  date: '2026-11-23',
  segmentVersion: 4,
  counts: { companies: 9, people: 55 },
  sample: [
    {
      lineNo: 1,
      contactNo: 'CT000001',
      name: 'Ann Ek',
      type: 'person',
      companyName: 'Ek A/S',
      city: 'Aarhus',
      email: '',
    },
  ],
  steps: [{ no: 1, input: addDenmark, changed: { companies: 9, people: 55 } }],
  campaign: { id: 1, no: 'CP1001', description: 'Autumn', startingDate: null, endingDate: null },
  template: { code: 'BUS', description: 'Business letter' },
  salesperson: null,
  unitCost: '8.00',
  unitDuration: 30,
  cost: '512.00',
  duration: 1920,
  currency: 'EUR',
  requestedBy: RITA,
  requestedAt: AT,
  status: 'pending',
  logged: false,
  decision: null,
  change: null,
  approvers: [MONA],
  unreached: [],
  mayDecide: true,
  whyNot: null,
  ...over,
});

export const decided = (status: 'approved' | 'rejected', comment = '') =>
  request({ status, decision: { by: MONA, at: AT, comment }, mayDecide: false, whyNot: 'already_decided' });
export const voided = request({
  status: 'voided',
  mayDecide: false,
  whyNot: 'request_voided',
  change: {
    added: { companies: 2, people: 10 },
    removed: { companies: 0, people: 3 },
    fields: ['template', 'unitCost', 'somethingNew'],
  },
});
