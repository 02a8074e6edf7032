import { type ErrorCode, type ErrorParams, InvalidError } from '../../core/errors.ts';

/** A list that cannot be used, said at the field where it was given. */
export const listProblem = (field: 'text' | 'file', code: ErrorCode, params: ErrorParams = {}) =>
  new InvalidError(code, params, [{ field, code, params }]);
