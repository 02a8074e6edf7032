import type { Outcome } from './types.ts';

export interface OutcomeFacts {
  attemptFailed: boolean;
  /** Unless the member chose another. */
  evaluation: '' | 'positive' | 'negative';
  /** Campaign response: of an interaction with a campaign; `line`: as the line has it. */
  response: 'yes' | 'no' | 'line';
}

/** What an outcome writes into the interaction (docs/call-list.md); a contact that is skipped gets none. */
export const OUTCOME_FACTS: Record<Exclude<Outcome, 'skipped'>, OutcomeFacts> = {
  reached: { attemptFailed: false, evaluation: '', response: 'line' },
  'no-answer': { attemptFailed: true, evaluation: '', response: 'no' },
  'call-back': { attemptFailed: false, evaluation: '', response: 'line' },
  'not-interested': { attemptFailed: false, evaluation: 'negative', response: 'line' },
  meeting: { attemptFailed: false, evaluation: 'positive', response: 'yes' },
};
