import { and, eq, type SQL } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { ForbiddenError } from '../../core/errors.ts';
import { contacts } from '../../db/schema/index.ts';

/**
 * A contact who gets an opportunity, kept from being changed, so that it is not blocked or erased in the same moment.
 * @returns undefined where there is none
 * @throws ForbiddenError opportunity_privacy_blocked (contact)
 */
export async function lockContact(ctx: TransactionContext, wanted: SQL) {
  const [contact] = await ctx.tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), wanted))
    .for('share');
  if (contact?.privacyBlocked) {
    throw new ForbiddenError('opportunity_privacy_blocked', { contact: contact.name });
  }
  return contact;
}
