import type { PersonRef } from '../approvals/types.ts';
import type { OpportunityFigures } from '../opportunities/figures.ts';
import type { CampaignPeriod } from './dates.ts';
import type { CampaignStatistics, CampaignWeek } from './statistics.ts';

interface Named {
  code: string;
  description: string;
}

/** A campaign as lists show it. */
export interface CampaignSummary extends CampaignPeriod {
  id: number;
  no: string;
  description: string;
  status: Named | null;
  salesperson: Named | null;
  /** Its target group has somebody. */
  activated: boolean;
}

/** Whom an activated campaign is for: companies linked to a customer, and all others (`domain.md` §4.9). */
export interface TargetCounts {
  customers: number;
  contacts: number;
}

/** Everything a campaign's card shows. */
export interface CampaignCard extends CampaignSummary {
  version: number;
  /** The members who are its salesperson. */
  owners: PersonRef[];
  /** Slack channel where its segments are logged; null: the workspace's. */
  logChannel: string | null;
  /** When its channel is next told how the week went; null: never. */
  digestAt: Date | null;
  modifiedAt: Date | null;
  targets: TargetCounts;
  statistics: CampaignStatistics;
  /** Of its active opportunities. */
  opportunities: OpportunityFigures;
  /** Up to now, weeks without interactions included; the last is the running one. */
  weeks: CampaignWeek[];
  /** Segments being worked on, and entries. */
  openSegments: number;
  entries: number;
  currency: string;
}
