import type { OpportunityCard, OpportunityList } from '../../../src/services/opportunities/types.ts';

export const LOCALES = ['en', 'da'] as const;
export const reader = { timeZone: 'Europe/Copenhagen' };

export const card = (over: Partial<OpportunityCard> = {}): OpportunityCard => ({
  id: 1,
  no: 'OP000001',
  description: 'Oak tables',
  contact: { no: 'CT000003', name: 'Bo Holm', companyName: 'Alpha A/S' },
  salesperson: { code: 'RR', description: 'Rita Rep' },
  campaign: { no: 'CP1001', description: 'Autumn' },
  status: 'in-progress',
  priority: 'high',
  estimatedValue: '1000.00',
  chances: 25,
  calculatedValue: '250.00',
  estimatedClose: '2026-12-18',
  version: 3,
  currency: 'EUR',
  segment: { no: 'SM00001', description: 'Autumn call' },
  createdOn: '2026-11-23',
  createdBy: { memberId: 101, slackUserId: 'U0RITA', name: 'Rita Rep' },
  closedOn: null,
  closeReason: '',
  comments: 0,
  mayDelete: false,
  ...over,
});
export const unknown = {
  status: 'not-started',
  estimatedValue: null,
  chances: null,
  calculatedValue: null,
  estimatedClose: null,
  campaign: null,
  segment: null,
} as const;
export const list = (over: Partial<OpportunityCard> = {}, count = 20): OpportunityList => ({
  opportunities: Array.from({ length: 8 }, () => card(over)),
  from: 1,
  figures: { count, estimated: '12000.00', calculated: '4000.50' },
  currency: 'EUR',
});
