import type { ErrorCode } from '../../core/errors.ts';
import type { ContactRow, Counts, StepInput } from '../segments/types.ts';

export interface PersonRef {
  memberId: number;
  slackUserId: string;
}

export type ApprovalStatus = 'pending' | 'approved' | 'rejected' | 'voided';

/** What changed on a segment after it was submitted; kept with the request that it made void. */
export interface ApprovalChange {
  added: Counts;
  removed: Counts;
  /** Header fields by their names in `SegmentHeader`, such as `template` or `unitCost`. */
  fields: string[];
}

/** Everything a request for approval shows, in a message or a modal. */
export interface ApprovalRequestView {
  requestId: number;
  segmentId: number;
  segmentNo: string;
  description: string;
  /** Business date, `YYYY-MM-DD`. */
  date: string;
  /** The version that was submitted; buttons carry it. */
  segmentVersion: number;
  /** How many contacts were submitted. */
  counts: Counts;
  /** The first ten contacts in line order; none once the segment is logged, or was changed after it was submitted. */
  sample: ContactRow[];
  /** The steps that count, oldest first, with what each added or removed; none once the segment was changed. */
  steps: { no: number; input: StepInput; changed: Counts }[];
  campaign: {
    id: number;
    no: string;
    description: string;
    startingDate: string | null;
    endingDate: string | null;
  } | null;
  template: { code: string; description: string } | null;
  salesperson: { code: string; name: string } | null;
  /** Per contact; money is a decimal string in `currency`. */
  unitCost: string;
  /** Minutes per contact. */
  unitDuration: number;
  /** Of the whole segment as it was submitted, with what contacts have of their own. */
  cost: string;
  duration: number;
  /** ISO 4217. */
  currency: string;
  requestedBy: PersonRef;
  requestedAt: Date;
  status: ApprovalStatus;
  /** Whether the segment has been logged since. */
  logged: boolean;
  /** Who approved or rejected it, with the comment or reason. */
  decision: { by: PersonRef; at: Date; comment: string } | null;
  /** Why it is void. */
  change: ApprovalChange | null;
  /** Everybody who was asked. */
  approvers: PersonRef[];
  /** Approvers who could not be reached by direct message, with Slack's error code. */
  unreached: { slackUserId: string; error: string }[];
  /** Whether the reader may decide now. */
  mayDecide: boolean;
  /** Why not, as the code of the error that deciding would give; null when the reader may. */
  whyNot: Extract<
    ErrorCode,
    'already_decided' | 'request_voided' | 'own_request' | 'not_an_approver' | 'outsider'
  > | null;
}

/** What approving or rejecting gives back. */
export interface DecisionResult {
  requestId: number;
  segmentNo: string;
  status: 'approved' | 'rejected';
  counts: Counts;
}

/** What submitting gives back. */
export interface SubmitResult {
  requestId: number;
  segmentNo: string;
  counts: Counts;
  /** Slack user ids of those who were asked. */
  approvers: string[];
}
