import type { Criteria } from '../../criteria/model.ts';
import type {
  CorrespondenceType,
  HeaderChanges,
  InformationFlow,
  InitiatedBy,
  LineChanges,
  LineField,
  LineValues,
} from './field-types.ts';

export type * from './field-types.ts';

/** An amount of contacts; always shown as `64 contacts (9 companies, 55 people)`. */
export interface Counts {
  companies: number;
  people: number;
}

/** The four options of Add (`domain.md` §4.2), all off by default. */
export interface AddOptions {
  expandCompanies: boolean;
  relatedCompanies: boolean;
  allowExisting: boolean;
  ignoreExclusion: boolean;
}

/** The option of Reduce and Refine (`domain.md` §4.3). */
export interface RemoveOptions {
  entireCompanies: boolean;
}

/** Membership by criteria, the steps of `domain.md` §4.2 and §4.3. */
export type CriteriaStep =
  | { kind: 'add'; criteria: Criteria; options: AddOptions }
  | { kind: 'reduce'; criteria: Criteria; options: RemoveOptions }
  | { kind: 'refine'; criteria: Criteria; options: RemoveOptions };

/** What a step does, as it is stored, shown in words, replayed and reused. */
export type StepInput =
  | CriteriaStep
  /** The contacts of a logged segment, one line per interaction in entry order (`domain.md` §4.6). */
  | { kind: 'reuse-logged'; loggedSegmentId: number; entryNo: number }
  /** The lines of another segment, doubles and own values included. */
  | { kind: 'copy-segment'; segmentNo: string }
  /** The contacts of a list of people that are not there yet, whether excluded or not. */
  | { kind: 'people-list'; listId: number; count: number }
  /** One contact by hand, whoever it is (`domain.md` §4.4). */
  | { kind: 'add-contact'; contactNo: string }
  /** One line by hand; other lines of the contact stay. */
  | { kind: 'remove-line'; lineNo: number; contactNo: string }
  /** Fields of one line by hand; null: as the header has it again. */
  | { kind: 'edit-line'; lineNo: number; contactNo: string; changes: LineChanges }
  /** Header fields; `keep`: the lines stay as they were. */
  | { kind: 'header'; changes: HeaderChanges; lines: 'follow' | 'keep' };

export type SegmentState = 'open' | 'submitted' | 'approved' | 'logging' | 'logged';

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
  | 'export'
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
