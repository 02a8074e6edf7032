import type { PersonRef } from '../approvals/types.ts';
import type { StepInput } from '../segments/types.ts';

/** Steps that say whom they mean, and so can be carried out on any segment. */
export type SavedStep = Extract<
  StepInput,
  { kind: 'add' | 'reduce' | 'refine' | 'people-list' | 'reuse-logged' | 'remove-lines' }
>;

export interface SavedCriteria {
  id: number;
  code: string;
  description: string;
  steps: SavedStep[];
  by: PersonRef;
  at: Date;
}
