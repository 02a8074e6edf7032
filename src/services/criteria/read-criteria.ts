import type { Context } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { InvalidCriteriaError } from '../../criteria/errors.ts';
import type { Criteria } from '../../criteria/model.ts';
import { parseCriteria } from '../../criteria/parse.ts';
import { checkReferences } from './check-references.ts';

/**
 * Reads criteria text, and sees that the workspace has the codes in it. Words for dates are those of the context: its
 * moment, zone and language.
 * @throws InvalidCriteriaError criteria_invalid, with places in the text and the nearest existing codes
 */
export async function readCriteria(ctx: Context, text: string): Promise<Criteria> {
  requireInsider(ctx);
  const parsed = parseCriteria(text, { now: ctx.now(), timeZone: ctx.timeZone, locale: ctx.locale });
  if (!parsed.ok) throw new InvalidCriteriaError(parsed.problems);
  const problems = await checkReferences(ctx, parsed.references);
  if (problems.length > 0) throw new InvalidCriteriaError(problems);
  return parsed.criteria;
}
