import type { Context } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import type { CodeNames } from '../../criteria/describe.ts';
import type { Criteria } from '../../criteria/model.ts';
import { collectReferences } from '../../criteria/references.ts';
import { findNames } from './find-names.ts';

/** What all codes in some criteria are called, for `describe`; at most one query per table. */
export async function loadNames(ctx: Context, list: readonly Criteria[]): Promise<CodeNames> {
  requireInsider(ctx);
  return findNames(
    ctx,
    list.flatMap((criteria) => collectReferences(criteria)),
  );
}
