import type { Context } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { InvalidCriteriaError } from '../../criteria/errors.ts';
import { type Criteria, criteriaSchema } from '../../criteria/model.ts';
import { collectReferences } from '../../criteria/references.ts';
import { checkReferences } from './check-references.ts';

/**
 * Sees that a tree, as a modal or a saved row gives it, is sound and that the workspace has the codes in it.
 * @returns the tree with its codes in upper case
 * @throws ZodError for a tree that is not sound
 * @throws InvalidCriteriaError criteria_invalid, with the index of each term
 */
export async function checkCriteria(ctx: Context, tree: unknown): Promise<Criteria> {
  requireInsider(ctx);
  const criteria = criteriaSchema.parse(tree);
  const problems = await checkReferences(ctx, collectReferences(criteria));
  if (problems.length > 0) throw new InvalidCriteriaError(problems);
  return criteria;
}
