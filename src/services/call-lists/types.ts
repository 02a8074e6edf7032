import type { AppError } from '../../core/errors.ts';

export const OUTCOMES = [
  'reached',
  'no-answer',
  'call-back',
  'not-interested',
  'meeting',
  'skipped',
] as const;
/** How a call came out; `skipped`: there was none. */
export type Outcome = (typeof OUTCOMES)[number];
/** Those that can be the last word on a contact. */
export type FinalOutcome = Exclude<Outcome, 'call-back'>;

export interface Caller {
  memberId: number;
  slackUserId: string;
  name: string;
}

/**
 * How far a call list is, in contacts of the segment as it is now; a contact that is on it twice is called once.
 * `total` is the sum of all the others: those done, waiting, being called, kept back, and left.
 */
export interface CallProgress {
  total: number;
  done: Record<FinalOutcome, number>;
  /** To be called again at a time that was agreed. */
  waiting: number;
  /** The first of these times; null when nobody waits. */
  nextAt: Date | null;
  /** Who has a contact before them now. */
  calling: Caller[];
  /** Never offered: privacy blocked, or excluded where the workspace logs no such contacts. */
  kept: number;
  /** Still to be called, and with nobody now. */
  left: number;
}

export interface CallListInfo {
  id: number;
  segmentId: number;
  segmentNo: string;
  /** What the segment, and so the call, is about. */
  description: string;
  /** Where its progress is shown: a channel id, or the Slack user id of whoever started it. */
  channel: string;
}

export interface CallListView {
  list: CallListInfo;
  progress: CallProgress;
  /** Why it cannot go on now; null when it can. */
  refusal: AppError | null;
}

/** An earlier interaction with the contact. */
export interface PastInteraction {
  /** Business date, `YYYY-MM-DD`. */
  date: string;
  /** What its template is called. */
  template: string;
  description: string;
  evaluation: '' | 'very-positive' | 'positive' | 'neutral' | 'negative' | 'very-negative';
  attemptFailed: boolean;
  /** Name of the salesperson, or the code where it has none. */
  by: string;
}

/** The contact that a member has before them. */
export interface CallContact {
  contactId: number;
  contactNo: string;
  type: 'company' | 'person';
  name: string;
  jobTitle: string;
  /** Blank for a company. */
  companyName: string;
  phone: string;
  /** The company's, where the person has none; blank otherwise. */
  companyPhone: string;
  email: string;
  city: string;
  /** Name of the language to speak, or its code where it has none; null: none is known. */
  language: string | null;
  /** What its line says the interaction is about. */
  description: string;
  subject: string;
  /** How often it was called from this list. */
  calls: number;
  /** The last three, newest first. */
  interactions: PastInteraction[];
  /** Names this turn of the member's: an outcome is written once per turn. */
  turn: string;
}

export interface CallView extends CallListView {
  /** Null: there is nobody to be called now, see `progress`. */
  contact: CallContact | null;
}

/** What came of writing down an outcome. Survives JSON. */
export interface Recorded {
  outcome: Outcome;
  contactId: number;
  contactName: string;
  /** The interaction; null when there was no call. */
  entryId: number | null;
  /** When it is called again, ISO 8601; null: it is done. */
  again: string | null;
  /** Slack user id of who was given the contact meanwhile, and keeps it. */
  heldBy: string | null;
}
