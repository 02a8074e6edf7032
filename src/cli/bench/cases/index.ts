import { addingCases } from './adding.ts';
import { counting } from './counting.ts';
import { loggingCases } from './logging.ts';
import { readingCases } from './reading.ts';
import { removingCases } from './removing.ts';
import { staleCases } from './stale.ts';
import { switchingCases } from './switching.ts';
import type { Case } from './types.ts';

/** Everything that is measured, in the order of the table. */
export const cases: Case[] = [
  ...counting,
  ...addingCases,
  ...removingCases,
  ...switchingCases,
  ...staleCases,
  ...readingCases,
  ...loggingCases,
];
