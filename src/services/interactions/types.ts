import type { ErrorCode, ErrorParams } from '../../core/errors.ts';
import type { PersonRef } from '../approvals/types.ts';
import type { Evaluation } from '../segments/field-types.ts';
import type { Counts } from '../segments/types.ts';
import type { SendingState } from '../sending/status.ts';
import type { LineProblem } from './line-problems.ts';
import type { LoggedFigures } from './logged-figures.ts';

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
  evaluation: Evaluation;
  attemptFailed: boolean;
  /** Blank: none came of it. */
  opportunityNo: string;
  canceled: boolean;
}

/** Which interactions of a logged segment: all, or only those of which that can be said. */
export const ENTRY_KINDS = ['all', 'canceled', 'failed', 'evaluated'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface EntriesPage {
  rows: LogEntryRow[];
  /** Only these are in it. */
  which: EntryKind;
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
  /** What of it counts now; worked out where it is asked for. */
  figures?: LoggedFigures;
  entries: EntriesPage;
}

/** One reason why a segment cannot be logged. */
export interface LogProblem {
  kind: 'empty' | 'description' | 'header-template' | 'approval' | 'approval-changed' | LineProblem;
  /** Lines that have it; 0 where it is the segment itself. */
  count: number;
  /** Names of the first contacts that have it. */
  examples: string[];
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
  error: { code: ErrorCode; params: ErrorParams; problems: LogProblem[] } | null;
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
  /** How far the attachments are; null when none are sent. */
  sending: SendingState | null;
  /** Slack's error code when the log could not be posted to the channel; the interactions are logged all the same. */
  postingError: string | null;
  /** That was the CSV alone: the message and the entries in its thread stand. */
  onlyFileMissing: boolean;
}
