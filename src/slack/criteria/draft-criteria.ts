import type { MemberContext } from '../../core/context.ts';
import type { Criteria } from '../../criteria/model.ts';
import type { StepInput } from '../../services/segments/types.ts';
import type { Mrkdwn } from '../text.ts';
import { type CriteriaDraft, type OptionName, optionsOf } from './draft.ts';
import { type RowProblem, rowsToCriteria } from './rows-to-criteria.ts';

/** Criteria, or rows to be finished, or what is wrong with the text. */
export type DraftCriteria = { criteria: Criteria } | { problems: RowProblem[] } | { mistake: Mrkdwn };

/** What a draft asks for. */
export async function criteriaOf(ctx: MemberContext, draft: CriteriaDraft): Promise<DraftCriteria> {
  if (draft.mode === 'rows') return rowsToCriteria(draft.rows);
  throw new Error('not yet');
}

/** The step that a draft stands for. */
export function stepOf(
  draft: CriteriaDraft,
  criteria: Criteria,
): Exclude<StepInput, { kind: 'reuse-logged' }> {
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
