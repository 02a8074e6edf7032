import type { Context } from '../../core/context.ts';
import type { Criteria } from '../../criteria/model.ts';
import { parseCriteria } from '../../criteria/parse.ts';
import type { LineProblem } from '../interactions/line-problems.ts';
import { addOptions, removeOptions } from '../segments/step-input.ts';
import type { StepInput } from '../segments/types.ts';
import type { SavedStep } from './types.ts';

/**
 * A segment's step as it is saved, or none if it is not about who is on the segment. What was done by hand becomes
 * ordinary criteria, so that excluded contacts are skipped from then on (`domain.md` §4.6).
 */
export function toSavedStep(ctx: Context, input: StepInput): SavedStep | undefined {
  switch (input.kind) {
    case 'add':
    case 'reduce':
    case 'refine':
    case 'people-list':
      return input;
    case 'add-contact':
      return { kind: 'add', criteria: only(ctx, 'no', input.contactNo), options: addOptions.parse({}) };
    case 'remove-line':
      return { kind: 'reduce', criteria: only(ctx, 'no', input.contactNo), options: removeOptions.parse({}) };
    case 'reuse-logged':
      // An outcome is no criterion; the step says it itself.
      return input.outcome ? input : from(ctx, 'logged', String(input.entryNo));
    case 'copy-segment':
      return from(ctx, 'segment', input.segmentNo);
    case 'header':
    case 'edit-line':
    case 'edit-lines':
      return undefined;
    case 'remove-lines':
      return OF_THE_CONTACT.includes(input.problem) ? input : undefined;
  }
}

/** The others lie in what header and lines say, which is not saved: on another segment all lines may have them. */
const OF_THE_CONTACT: readonly LineProblem[] = ['excluded', 'privacy-blocked', 'no-email'];

const from = (ctx: Context, field: string, value: string): SavedStep => ({
  kind: 'add',
  criteria: only(ctx, field, value),
  options: addOptions.parse({ allowExisting: true }),
});

function only(ctx: Context, field: string, value: string): Criteria {
  const text = `${field}:'${value.replaceAll("'", "''")}'`;
  const parsed = parseCriteria(text, { now: ctx.now(), timeZone: ctx.timeZone, locale: ctx.locale });
  if (!parsed.ok) throw new Error(`Criteria for ${field} cannot be written`);
  return parsed.criteria;
}
