import { z } from 'zod';
import { ConflictError, type ErrorCode, type FieldProblem, InvalidError } from '../../core/errors.ts';

/** `domain.md` §6: Code[10]. */
export const MAX_CODE = 10;
/** `domain.md` §3.7: Text[100]. */
export const MAX_DESCRIPTION = 100;

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}_./-]*$/u;

/** A problem that is told at one field. */
export function fieldError(
  field: string,
  code: ErrorCode,
  params: FieldProblem['params'] = {},
): InvalidError {
  return new InvalidError(code, params, [{ field, code, params }]);
}

/** A code as it is stored: upper case, without spaces around. @throws InvalidError code_invalid on field `code` */
export function newCode(typed: string): string {
  const code = typed.normalize('NFC').trim().toUpperCase();
  if (code.length <= MAX_CODE && CODE.test(code)) return code;
  throw fieldError('code', 'set_up_code_invalid', { max: MAX_CODE });
}

/** @throws InvalidError too_long, name_missing on field `description` */
export function newDescription(typed: string): string {
  const description = typed.trim();
  if (description === '') throw fieldError('description', 'name_missing');
  if (description.length <= MAX_DESCRIPTION) return description;
  throw fieldError('description', 'too_long', { field: 'description', max: MAX_DESCRIPTION });
}

/** Somebody else was faster with this code, or it was there already. */
export function codeTaken(code: string): InvalidError {
  return fieldError('code', 'set_up_code_taken', { code });
}

/** Where something is still used; it cannot be deleted until it is used nowhere. */
export interface Uses {
  templates: number;
  segments: number;
  interactions: number;
  campaigns: number;
}

export const uses = z.object({
  templates: z.coerce.number().default(0),
  segments: z.coerce.number().default(0),
  interactions: z.coerce.number().default(0),
  campaigns: z.coerce.number().default(0),
}) satisfies z.ZodType<Uses>;

/** @throws ConflictError code_in_use, with how often and where */
export function requireUnused(code: string, found: Uses): void {
  if (Object.values(found).every((count) => count === 0)) return;
  throw new ConflictError('code_in_use', { code, ...found });
}
