import type { ErrorCode, ErrorParams } from '../../core/errors.ts';
import type { PersonRef } from '../approvals/types.ts';
import type { Counts } from '../segments/types.ts';

/** Somebody who is told of by name: a channel is read by many, and a mention would call the person. */
export interface NamedPerson extends PersonRef {
  name: string;
}

/** A row of the list of logged segments. Money is a decimal string in the workspace's currency. */
export interface LoggedSegmentSummary {
  id: number;
  /** What people call it by: `segment show 7`. */
  entryNo: number;
  segmentNo: string;
  description: string;
  campaign: { no: string; description: string } | null;
  counts: Counts;
  cost: string;
  /** Minutes. */
  duration: number;
  currency: string;
  loggedBy: NamedPerson;
  /** Slack channel id its log was posted to. */
  channel: string;
  canceled: boolean;
  createdAt: Date;
}

/** One interaction of a logged segment. */
export interface LogEntryRow {
  entryId: number;
  contactNo: string;
  contactName: string;
  contactType: 'company' | 'person';
  /** Blank for a company and for a person without one. */
  companyName: string;
  /** Business date, `YYYY-MM-DD`. */
  date: string;
  description: string;
  templateCode: string;
  cost: string;
  /** Minutes. */
  duration: number;
  salespersonCode: string;
  correspondenceType: '' | 'hard-copy' | 'email';
  canceled: boolean;
}

export interface EntriesPage {
  rows: LogEntryRow[];
  /** 1-based number of the first row. */
  from: number;
  /** Entry ids for paging; absent at the ends. */
  previousBefore?: number;
  nextAfter?: number;
}

/** Everything a logged segment's card or channel message shows. */
export interface LoggedSegmentCard extends LoggedSegmentSummary {
  segmentId: number;
  template: { code: string; description: string } | null;
  builtBy: NamedPerson[];
  /** Null when no approval was needed. */
  approval: { requestId: number; by: NamedPerson; at: Date; comment: string } | null;
  followUpNo: string | null;
  /** How many entries are listed in the message's thread; fewer than all for a long log. */
  listed: number;
  entries: EntriesPage;
}

/** How a wish to log stands. */
export interface LogRunState {
  runId: number;
  segmentNo: string;
  description: string;
  counts: Counts;
  channel: string;
  followUp: boolean;
  status: 'queued' | 'done' | 'failed';
  requestedBy: PersonRef;
  requestedAt: Date;
  /** Why it was refused. */
  error: { code: ErrorCode; params: ErrorParams } | null;
  /** What came of it. */
  logged: {
    id: number;
    entryNo: number;
    counts: Counts;
    cost: string;
    duration: number;
    currency: string;
    followUpNo: string | null;
  } | null;
  /** Slack's error code when the log could not be posted to the channel; the interactions are logged all the same. */
  postingError: string | null;
}
