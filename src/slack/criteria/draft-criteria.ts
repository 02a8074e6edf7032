import type { MemberContext } from '../../core/context.ts';
import { InvalidCriteriaError } from '../../criteria/errors.ts';
import type { Criteria } from '../../criteria/model.ts';
import { readCriteria } from '../../services/criteria/read-criteria.ts';
import type { CriteriaStep } from '../../services/segments/types.ts';
import { type CriteriaDraft, type OptionName, optionsOf } from './draft.ts';
import { mistakeWords } from './mistake.ts';
import { type RowProblem, rowsToCriteria } from './rows-to-criteria.ts';

/** Criteria, or rows to be finished, or what is wrong with the text (plain words). */
export type DraftCriteria = { criteria: Criteria } | { problems: RowProblem[] } | { mistake: string };

/** What a draft asks for. */
export async function criteriaOf(ctx: MemberContext, draft: CriteriaDraft): Promise<DraftCriteria> {
  if (draft.mode === 'rows') return rowsToCriteria(draft.rows, ctx.timeZone);
  try {
    return { criteria: await readCriteria(ctx, draft.text) };
  } catch (error) {
    const problem = error instanceof InvalidCriteriaError ? error.problems[0] : undefined;
    if (!problem) throw error;
    return { mistake: mistakeWords(ctx.locale, draft.text, problem) };
  }
}

/** The step that a draft stands for. */
export function stepOf(draft: CriteriaDraft, criteria: Criteria): CriteriaStep {
  const on = (name: OptionName) => optionsOf(draft.verb).includes(name) && draft.options.includes(name);
  if (draft.verb !== 'add') {
    return { kind: draft.verb, criteria, options: { entireCompanies: on('entireCompanies') } };
  }
  return {
    kind: 'add',
    criteria,
    options: {
      expandCompanies: on('expandCompanies'),
      relatedCompanies: on('relatedCompanies'),
      allowExisting: on('allowExisting'),
      ignoreExclusion: on('ignoreExclusion'),
    },
  };
}
