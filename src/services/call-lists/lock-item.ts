import { and, eq } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { callItems } from '../../db/schema/index.ts';

export type Item = typeof callItems.$inferSelect;

/** A contact's row on a call list, held until the transaction ends; undefined when nobody has taken it. */
export async function lockItem(
  ctx: TransactionContext,
  listId: number,
  contactId: number,
): Promise<Item | undefined> {
  const [item] = await ctx.tx
    .select()
    .from(callItems)
    .where(
      and(
        eq(callItems.workspaceId, ctx.workspaceId),
        eq(callItems.callListId, listId),
        eq(callItems.contactId, contactId),
      ),
    )
    .for('update');
  return item;
}
