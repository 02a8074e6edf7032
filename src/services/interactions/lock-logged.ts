import { and, eq } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { ConflictError, NotFoundError } from '../../core/errors.ts';
import { interactionLogEntries } from '../../db/schema/index.ts';

/**
 * An interaction that counts, kept from being changed meanwhile.
 * @throws NotFoundError interaction_not_found, for postponed ones too
 * @throws ConflictError interaction_canceled
 */
export async function lockLogged(ctx: TransactionContext, entryId: number) {
  const entry = interactionLogEntries;
  const [found] = await ctx.tx
    .select({ evaluation: entry.evaluation, canceled: entry.canceled })
    .from(entry)
    .where(and(eq(entry.workspaceId, ctx.workspaceId), eq(entry.id, entryId), eq(entry.postponed, false)))
    .for('update');
  if (!found) throw new NotFoundError('interaction_not_found');
  if (found.canceled) throw new ConflictError('interaction_canceled');
  return found;
}
