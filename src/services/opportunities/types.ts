import type { opportunities } from '../../db/schema/index.ts';
import type { OpportunityFigures } from './figures.ts';

export type OpportunityRow = typeof opportunities.$inferSelect;
export type OpportunityStatus = OpportunityRow['status'];

/** Statuses of those that may still come to something (`domain.md` §3.1: active). */
export const ACTIVE = ['not-started', 'in-progress'] as const satisfies OpportunityStatus[];

export const PRIORITIES = ['low', 'normal', 'high'] as const satisfies OpportunityRow['priority'][];

/** An opportunity as lists show it. Money is a decimal string in the workspace's currency. */
export interface OpportunitySummary {
  id: number;
  no: string;
  description: string;
  contact: { no: string; name: string; companyName: string };
  salesperson: { code: string; description: string };
  campaign: { no: string; description: string } | null;
  status: OpportunityStatus;
  priority: OpportunityRow['priority'];
  /** Null until somebody has estimated it. */
  estimatedValue: string | null;
  /** Per cent. */
  chances: number | null;
  /** Estimated value × chances; null as long as one of them is unknown. */
  calculatedValue: string | null;
  /** Business date, `YYYY-MM-DD`. */
  estimatedClose: string | null;
}

/** Everything an opportunity's card shows. */
export interface OpportunityCard extends OpportunitySummary {
  version: number;
  currency: string;
  segment: { no: string; description: string } | null;
  createdOn: string;
  createdBy: { memberId: number; slackUserId: string; name: string };
  closedOn: string | null;
  closeReason: string;
  comments: number;
  /** The reader may delete it. */
  mayDelete: boolean;
}

export interface OpportunityList {
  opportunities: OpportunitySummary[];
  /** 1-based position of the first one. */
  from: number;
  /** Of all, however many are given. */
  figures: OpportunityFigures;
  currency: string;
}
