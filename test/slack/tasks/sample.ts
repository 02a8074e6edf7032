import type { TaskCard } from '../../../src/services/tasks/types.ts';

/** A task with everything in it. */
export const sampleTask = (text: string, over: Partial<TaskCard> = {}): TaskCard => ({
  id: 1,
  no: 'TD000001',
  type: 'phone-call',
  description: text,
  date: '2026-11-20',
  priority: 'high',
  status: 'in-progress',
  canceled: false,
  closedOn: null,
  salesperson: { code: 'RR', description: text },
  contact: { no: 'CT000003', name: text, type: 'person', companyName: text, city: text },
  attendees: 1,
  campaign: { no: 'CP1001', description: text },
  segmentNo: 'SM00001',
  version: 3,
  attendeeNames: [text],
  privacyBlocked: false,
  createdBy: { slackUserId: 'U0RITA' },
  ...over,
});
