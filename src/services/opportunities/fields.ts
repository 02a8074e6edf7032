import { z } from 'zod';
import type { Context } from '../../core/context.ts';
import { isBusinessDate, today } from '../../core/dates.ts';
import { type ErrorCode, type ErrorParams, type FieldProblem, InvalidError } from '../../core/errors.ts';
import { withCents } from '../segments/field-input.ts';
import { type OpportunityRow, PRIORITIES } from './types.ts';

/** `domain.md` §3.8 */
export const MAX_DESCRIPTION = 100;

/** Longest reason for closing. */
export const MAX_REASON = 250;

/** What people set on an opportunity; what is left out stays, null clears. What can be mistyped is told by field. */
export const opportunityChanges = z.object({
  description: z.string().trim().optional(),
  /** Decimal string in the workspace's currency. */
  estimatedValue: z.string().trim().nullish(),
  /** Per cent. */
  chances: z.number().nullish(),
  /** Business date, `YYYY-MM-DD`. */
  estimatedClose: z.string().nullish(),
  priority: z.enum(PRIORITIES).optional(),
  campaignNo: z.string().trim().max(20).nullish(),
  salespersonCode: z.string().trim().max(20).nullish(),
});
export type OpportunityChanges = z.output<typeof opportunityChanges>;

/** The figures and words of an opportunity: what needs no look-up. */
export type Facts = Pick<
  OpportunityRow,
  'description' | 'estimatedValue' | 'chances' | 'estimatedClose' | 'priority'
>;

export const NO_FACTS: Facts = {
  description: '',
  estimatedValue: null,
  chances: null,
  estimatedClose: null,
  priority: 'normal',
};

const FIGURES = ['estimatedValue', 'chances', 'estimatedClose'] as const;

/** Whether somebody has estimated, or estimated anew: that is when it is in progress (`domain.md` §4.13). */
export const isEstimate = (before: Facts, after: Facts): boolean =>
  FIGURES.some((field) => after[field] !== null && after[field] !== before[field]);

const kept = <T>(wanted: T | undefined, now: T): T => (wanted === undefined ? now : wanted);

/**
 * What an opportunity says after the changes. Value and chances are above 0 where they are known, and nobody expects to
 * close it in the past (`domain.md` §4.13); a date that has passed since may stay.
 * @throws InvalidError with every field that is wrong: text_missing, too_long (description);
 * opportunity_value_invalid, opportunity_chances_invalid; date_out_of_range, opportunity_close_past (estimatedClose)
 */
export function resolveFacts(ctx: Context, now: Facts, wanted: OpportunityChanges): Facts {
  const { description, estimatedValue, chances, estimatedClose, priority } = wanted;
  const problems = [
    ...descriptionProblems(kept(description, now.description)),
    ...(estimatedValue && !isValue(estimatedValue)
      ? [problem('estimatedValue', 'opportunity_value_invalid')]
      : []),
    ...(typeof chances === 'number' && !(Number.isInteger(chances) && chances >= 1 && chances <= 100)
      ? [problem('chances', 'opportunity_chances_invalid')]
      : []),
    ...closeProblems(ctx, now, estimatedClose),
  ];
  const [first] = problems;
  if (first) throw new InvalidError(first.code, first.params, problems);
  return {
    description: kept(description, now.description),
    estimatedValue:
      estimatedValue === undefined ? now.estimatedValue : estimatedValue ? withCents(estimatedValue) : null,
    chances: kept(chances, now.chances),
    estimatedClose: kept(estimatedClose, now.estimatedClose) || null,
    priority: kept(priority, now.priority),
  };
}

/** Whether a text is an amount above 0, as a numeric(18, 2) holds it with room to add many. */
export const isValue = (text: string): boolean => /^\d{1,12}(\.\d{1,2})?$/.test(text) && Number(text) > 0;

export const problem = (field: string, code: ErrorCode, params: ErrorParams = {}): FieldProblem => ({
  field,
  code,
  params,
});

function descriptionProblems(description: string): FieldProblem[] {
  if (description === '') return [problem('description', 'text_missing')];
  if (description.length <= MAX_DESCRIPTION) return [];
  return [problem('description', 'too_long', { field: 'description', max: MAX_DESCRIPTION })];
}

function closeProblems(ctx: Context, now: Facts, wanted: string | null | undefined): FieldProblem[] {
  if (!wanted || wanted === now.estimatedClose) return [];
  if (!isBusinessDate(wanted)) return [problem('estimatedClose', 'date_out_of_range')];
  const { timeZone } = ctx;
  if (wanted >= today({ now: ctx.now(), timeZone })) return [];
  return [problem('estimatedClose', 'opportunity_close_past')];
}
