import type { AttachmentInfo } from '../attachments/find-attachment.ts';
import type { OutsideCampaign } from '../campaigns/dates.ts';
import type {
  CorrespondenceType,
  InformationFlow,
  InitiatedBy,
  LanguageRow,
  LineField,
  LineValues,
} from './field-types.ts';
import type { StepInput } from './step-types.ts';

export type * from './field-types.ts';
export type * from './step-types.ts';

/** An amount of contacts; always shown as `64 contacts (9 companies, 55 people)`. */
export interface Counts {
  companies: number;
  people: number;
}

export type SegmentState = 'open' | 'submitted' | 'approved' | 'logging' | 'logged' | 'deleted';

/** The header with the names behind its codes. Money is a decimal string in the workspace's currency. */
export interface SegmentHeader {
  id: number;
  no: string;
  description: string;
  /** Business date, `YYYY-MM-DD`. */
  date: string;
  campaign: { id: number; no: string; description: string; salespersonCode: string | null } | null;
  template: { code: string; description: string } | null;
  salesperson: { code: string; name: string } | null;
  /** Only ever true with a campaign. */
  campaignTarget: boolean;
  campaignResponse: boolean;
  /** Interaction group of the template. */
  group: { code: string; description: string } | null;
  language: { code: string; description: string } | null;
  subject: string;
  /** What it says and encloses, by language code. */
  languages: Record<string, LanguageRow>;
  unitCost: string;
  /** Minutes. */
  unitDuration: number;
  informationFlow: InformationFlow;
  initiatedBy: InitiatedBy;
  correspondenceType: CorrespondenceType;
  /** The header's correspondence type goes before the contact's. */
  ignoreContactCorrespondenceType: boolean;
  state: SegmentState;
  version: number;
  counts: Counts;
  /** Exact totals of all lines, their own costs and durations included. */
  cost: string;
  duration: number;
  currentStep: number;
  lastStep: number;
  createdBy: { memberId: number; slackUserId: string };
  changedBy: { memberId: number; slackUserId: string };
  changedAt: Date;
}

export interface SegmentStep {
  no: number;
  input: StepInput;
  /** What it added, or removed; nothing for changes of the header or of a line. */
  changed: Counts;
  by: { memberId: number; slackUserId: string };
  at: Date;
  /** False when it was undone and could be redone. */
  applied: boolean;
}

export interface ContactRow {
  lineNo: number;
  contactNo: string;
  name: string;
  type: 'company' | 'person';
  /** Blank for a company. */
  companyName: string;
  city: string;
  email: string;
}

/** The last approval request of a segment, whatever became of it. */
export interface ApprovalState {
  requestId: number;
  status: 'pending' | 'approved' | 'rejected' | 'voided';
  requestedBy: { memberId: number; slackUserId: string };
  decidedBy: { memberId: number; slackUserId: string } | null;
  decidedAt: Date | null;
  comment: string;
}

/** What the reader may do next with the segment. */
export type SegmentAction =
  | 'add'
  | 'reduce'
  | 'refine'
  | 'undo'
  | 'redo'
  | 'submit'
  | 'log'
  | 'call'
  | 'export'
  | 'delete'
  | 'decide';

export interface SegmentCard {
  header: SegmentHeader;
  steps: SegmentStep[];
  /** Number of steps not in `steps` because only the last ones are given. */
  earlierSteps: number;
  contacts: ContactRow[];
  /** 1-based number of the first contact in `contacts`. */
  from: number;
  /** Line numbers for paging; absent at the ends. */
  previousBefore?: number;
  nextAfter?: number;
  /** Totals of all lines. */
  cost: string;
  duration: number;
  currency: string;
  needsApproval: boolean;
  approval: ApprovalState | null;
  actions: SegmentAction[];
  /** Its campaign, if the segment is dated outside the campaign's period. */
  outsideCampaign?: OutsideCampaign | undefined;
}

/** What a step, undo or redo did. */
export interface StepResult {
  segmentNo: string;
  stepNo: number;
  /** The step that was carried out, undone or redone. */
  input: StepInput;
  did: 'step' | 'undo' | 'redo';
  added: Counts;
  removed: Counts;
  now: Counts;
  version: number;
  canUndo: boolean;
  canRedo: boolean;
  /** An approval or a request for one was voided by this change. */
  voided: boolean;
}

/** What going to a step, back or forward, did. */
export interface GoToResult {
  segmentNo: string;
  /** The last step that counted before, and now; 0: none. */
  from: number;
  to: number;
  added: Counts;
  removed: Counts;
  now: Counts;
  version: number;
  canUndo: boolean;
  canRedo: boolean;
  voided: boolean;
}

/** A line with everything it says. */
export interface SegmentLine extends ContactRow, LineValues {
  /** Above 0: the contact was added again on purpose. */
  copy: number;
  /** Fields in which the line does not follow the header. */
  own: LineField[];
}

export interface LinePage {
  rows: SegmentLine[];
  /** Where the next page begins; absent at the end. */
  next?: LineCursor;
}

export interface LineCursor {
  lineNo: number;
  /** What the lines are sorted by, of the last one read. */
  key: string;
}

/** One line for its form: what it says, and what it would say if it followed the header. */
export interface LineView {
  segmentNo: string;
  version: number;
  line: SegmentLine;
  inherited: LineValues;
  /** The file it goes out with, its own or the header's. */
  attachment: AttachmentInfo | null;
}

export interface FoundContact {
  contactNo: string;
  name: string;
  type: 'company' | 'person';
  /** Blank for a company. */
  companyName: string;
  city: string;
  email: string;
}

/** Why a contact is on a segment, or is not. */
export interface ContactExplanation {
  segmentNo: string;
  contact: FoundContact;
  /** How many lines it has now. */
  lines: number;
  /** Since when it is on, or off again; null when no step ever meant it. */
  since: Date | null;
  /** What the steps that count did to it, oldest first; empty: it never matched. */
  events: { did: 'added' | 'removed' | 'edited'; lineNo: number; step: SegmentStep }[];
  /** The contact is left out by criteria unless exclusion is ignored. */
  excluded: boolean;
}
