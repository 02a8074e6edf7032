import { AppError, type ErrorCode, type ErrorParams } from '../../core/errors.ts';
import type { LogProblem } from './types.ts';

/** What a problem is called where it is the only one. */
const CODES: Partial<Record<LogProblem['kind'], ErrorCode>> = {
  empty: 'segment_empty',
  description: 'description_missing',
  'header-template': 'template_missing',
  template: 'template_missing',
  salesperson: 'salesperson_missing',
  approval: 'approval_missing',
  'approval-changed': 'request_voided',
};

/** A segment cannot be logged as it is, for all these reasons. */
export class NotLoggableError extends AppError {
  readonly kind = 'conflict';
  readonly problems: LogProblem[];

  /** @param params `no`, and `changed` with what is not as it was approved */
  constructor(problems: LogProblem[], params: ErrorParams) {
    const [first, ...others] = problems;
    const only = first && others.length === 0 ? CODES[first.kind] : undefined;
    super(only ?? 'not_loggable', { ...params, count: only && first ? first.count : problems.length });
    this.problems = problems;
  }
}
