import type { Criteria } from '../../criteria/model.ts';
import type { SomeOutcome } from '../follow-ups/outcomes.ts';
import type { LineProblem } from '../interactions/line-problems.ts';
import type { HeaderChanges, LineChanges, LinesChanges } from './field-types.ts';

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
  /** The contacts of a logged segment, one line per interaction in entry order (`domain.md` §4.6); or only those with that outcome. */
  | { kind: 'reuse-logged'; loggedSegmentId: number; entryNo: number; outcome?: SomeOutcome }
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
  /** Fields of all lines with something that keeps them from being logged. */
  | { kind: 'edit-lines'; problem: LineProblem; changes: LinesChanges }
  /** All lines with something that keeps them from being logged. */
  | { kind: 'remove-lines'; problem: LineProblem }
  /** Header fields; `keep`: the lines stay as they were. */
  | { kind: 'header'; changes: HeaderChanges; lines: 'follow' | 'keep' };
