import type { DateReading } from '../core/dates/period.ts';
import { MAX_DEPTH, MAX_TEXT_LENGTH, MAX_VALUES } from './limits.ts';
import { type Condition, type Criteria, unreadable } from './model.ts';
import { fail, type Problem, ProblemFound } from './problems.ts';
import { collectReferences, type Reference } from './references.ts';
import { readConditions } from './text/group.ts';
import type { Reader } from './text/reader.ts';
import { canonicalCriteria, countValues, termBelow } from './tree.ts';

export type { DateReading } from '../core/dates/period.ts';

export type ParsedCriteria =
  | { ok: true; criteria: Criteria; references: Reference[] }
  | { ok: false; problems: Problem[] };

/**
 * Reads criteria text, `field:expression` joined by spaces, OR, NOT and brackets. Blank text is no condition, so every
 * contact. Words for dates are resolved at `moment`. Problems come with their places, several at once; codes are not
 * looked up here, `references` says which to look up.
 */
export function parseCriteria(text: string, moment: DateReading): ParsedCriteria {
  const reader: Reader = {
    text,
    index: 0,
    moment,
    spans: new Map(),
    problems: [],
    brackets: 0,
    nested: 0,
    terms: 0,
    previous: undefined,
  };
  const { problems, spans } = reader;
  let found: Condition | undefined;
  const last = problemIn(() => {
    checkText(text);
    found = readConditions(reader);
  });
  if (last && problems.length === 0) problems.push(last.problem);
  if (problems.length > 0) return { ok: false, problems };
  const { timeZone } = moment;
  const criteria = canonicalCriteria({ version: 2, all: found ? [found] : [], timeZone });
  const deep = termBelow(criteria.all, MAX_DEPTH);
  if (deep) {
    const at = spans.get(deep) ?? { from: 0, to: text.length };
    return { ok: false, problems: [{ code: 'too_deep', ...at, params: { max: MAX_DEPTH } }] };
  }
  if (countValues(criteria) > MAX_VALUES) {
    const params = { max: MAX_VALUES };
    return { ok: false, problems: [{ code: 'too_many_values', from: 0, to: text.length, params }] };
  }
  return { ok: true, criteria, references: collectReferences(criteria, spans) };
}

function problemIn(work: () => void): ProblemFound | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof ProblemFound) return error;
    throw error;
  }
}

function checkText(text: string): void {
  if (text.length > MAX_TEXT_LENGTH) {
    const params = { length: text.length, max: MAX_TEXT_LENGTH };
    fail('too_long', { from: MAX_TEXT_LENGTH, to: text.length }, params, { last: true });
  }
  const bad = unreadable.exec(text);
  if (bad) fail('unreadable_character', { from: bad.index, to: bad.index + 1 }, {}, { last: true });
}
