import type { MemberContext } from '../../core/context.ts';
import type { FoundContact } from './types.ts';

/** Contacts for a typeahead: by the first letters, from three letters on by any part of name, number or e-mail. */
export function searchContacts(
  _ctx: MemberContext,
  _input: { query: string; limit?: number },
): Promise<FoundContact[]> {
  throw new Error('Not yet');
}
