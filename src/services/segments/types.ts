import type { Criteria } from '../../criteria/model.ts';

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

/** What a step does, as it is stored, shown in words, replayed and reused. */
export type StepInput =
  | { kind: 'add'; criteria: Criteria; options: AddOptions }
  | { kind: 'reduce'; criteria: Criteria; options: RemoveOptions }
  | { kind: 'refine'; criteria: Criteria; options: RemoveOptions }
  /** The contacts of a logged segment, one line per interaction in entry order (`domain.md` §4.6). */
  | { kind: 'reuse-logged'; loggedSegmentId: number; entryNo: number };

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
  unitCost: string;
  /** Minutes. */
  unitDuration: number;
  state: SegmentState;
  version: number;
  counts: Counts;
  currentStep: number;
  lastStep: number;
  createdBy: { memberId: number; slackUserId: string };
  changedBy: { memberId: number; slackUserId: string };
  changedAt: Date;
}

export interface SegmentStep {
  no: number;
  input: StepInput;
  /** What it added, or removed. */
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
  /** unit cost × lines, unit duration × lines. */
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
