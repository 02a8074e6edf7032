import type { MemberContext } from '../../core/context.ts';
import { InvalidCriteriaError } from '../../criteria/errors.ts';
import type { Criteria } from '../../criteria/model.ts';
import type { Problem } from '../../criteria/problems.ts';
import { readCriteria } from '../../services/criteria/read-criteria.ts';

/** The criteria that were typed cannot be read; the problems' places are those in the text. */
export class CriteriaMistake extends Error {
  override readonly name = 'CriteriaMistake';
  readonly text: string;
  readonly problems: readonly Problem[];

  constructor(text: string, problems: readonly Problem[]) {
    super('criteria');
    this.text = text;
    this.problems = problems;
  }
}

/** @throws CriteriaMistake */
export async function criteriaFrom(ctx: MemberContext, text: string): Promise<Criteria> {
  try {
    return await readCriteria(ctx, text);
  } catch (error) {
    if (error instanceof InvalidCriteriaError) throw new CriteriaMistake(text, error.problems);
    throw error;
  }
}
