import { ConflictError, InvalidError, LimitError } from '../../core/errors.ts';

/** `domain.md` §6: Code[10]. */
export const MAX_CODE = 10;
/** `domain.md` §3.6: Text[100]. */
export const MAX_DESCRIPTION = 100;

/** At least one letter: a bare number names a logged segment. */
const CODE = /^(?=.*\p{L})[\p{L}\p{N}_./-]+$/u;

/**
 * A code as it is stored: upper case, without spaces around.
 * @throws InvalidError code_invalid on field `code`
 */
export function savedCode(typed: string): string {
  const code = typed.normalize('NFC').trim().toUpperCase();
  if (code.length <= MAX_CODE && CODE.test(code)) return code;
  const params = { max: MAX_CODE };
  throw new InvalidError('code_invalid', params, [{ field: 'code', code: 'code_invalid', params }]);
}

/** @throws LimitError too_long */
export function savedDescription(typed: string): string {
  const description = typed.trim();
  if (description.length <= MAX_DESCRIPTION) return description;
  throw new LimitError('too_long', { field: 'description', max: MAX_DESCRIPTION });
}

export const codeTaken = (code: string) => new ConflictError('code_taken', { code });
