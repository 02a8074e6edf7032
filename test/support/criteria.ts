import type { Criteria } from '../../src/criteria/model.ts';
import { parseCriteria } from '../../src/criteria/parse.ts';

/** The criteria a text stands for; a mistake in it fails the test. */
export function criteria(text: string): Criteria {
  const parsed = parseCriteria(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
  return parsed.criteria;
}
