import type { Criteria } from '../../src/criteria/model.ts';
import { type DateReading, parseCriteria } from '../../src/criteria/parse.ts';
import { NOON } from './workspace.ts';

/** Words for dates are those of a Monday in Copenhagen. */
export const READING: DateReading = { now: NOON, timeZone: 'Europe/Copenhagen', locale: 'en' };

/** The criteria a text stands for; a mistake in it fails the test. */
export function criteria(text: string, reading: DateReading = READING): Criteria {
  const parsed = parseCriteria(text, reading);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
  return parsed.criteria;
}
