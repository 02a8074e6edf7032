import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { type Criteria, criteriaSchema } from '../../criteria/model.ts';
import { type MatchOptions, matchedContacts } from '../segments/matching.ts';
import type { Counts } from '../segments/types.ts';

const figures = z.array(z.object({ companies: z.coerce.number(), people: z.coerce.number() })).length(1);

/**
 * How many contacts Add would find with these criteria on an empty segment: without those excluded from segments,
 * unless asked for (`domain.md` §4.2, 2–5). Nothing is written.
 */
export async function countContacts(
  ctx: Context,
  input: { criteria: Criteria; options?: Partial<MatchOptions> },
): Promise<Counts> {
  requireInsider(ctx);
  const criteria = criteriaSchema.parse(input.criteria);
  const options = {
    expandCompanies: false,
    relatedCompanies: false,
    ignoreExclusion: false,
    ...input.options,
  };
  const chosen = matchedContacts(ctx.workspaceId, criteria, options);
  const [counts = { companies: 0, people: 0 }] = figures.parse(
    await executor(ctx).execute(sql`
      select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people
      from (${chosen}) chosen`),
  );
  return counts;
}
