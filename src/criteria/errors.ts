import { InvalidError } from '../core/errors.ts';
import type { Problem } from './problems.ts';

/** Criteria that cannot be used; `problems` says where and why. */
export class InvalidCriteriaError extends InvalidError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('criteria_invalid', {}, [{ field: 'criteria', code: 'criteria_invalid' }]);
    this.problems = problems;
  }
}
