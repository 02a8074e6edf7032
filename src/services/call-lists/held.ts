import { and, eq, sql } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { callItems, members } from '../../db/schema/index.ts';
import { leaseFrom } from './claim.ts';
import { at, type ListKey, liveItems, offered } from './sql.ts';

type Ctx = MemberContext & TransactionContext;

/** One at a time per member: two presses at once must not take two contacts. */
export async function holdMember({ tx, workspaceId, actor }: Ctx): Promise<void> {
  await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.id, actor.memberId)))
    .for('no key update');
}

/** Keeps the contact that the member has, if it may still be called. @returns whether there is one */
export async function keepHeld(ctx: Ctx, list: ListKey): Promise<boolean> {
  const { tx, workspaceId, actor } = ctx;
  const kept = await tx.execute(sql`
    update call_items held set until = ${at(leaseFrom(ctx.now()))}
    from (
      select i.contact_id from ${liveItems(ctx, list)} and ${offered(ctx)}
        and i.state = 'taken' and i.member_id = ${actor.memberId}
      order by i.taken_at limit 1 for update of i
    ) item
    where held.workspace_id = ${workspaceId} and held.call_list_id = ${list.id} and held.contact_id = item.contact_id
    returning held.contact_id`);
  return kept.length > 0;
}

/**
 * Gives back what the member has: as if it was never taken, or, when it was called before, to be called again now.
 * @returns how many contacts that were
 */
export async function giveBack(ctx: Ctx, list: ListKey, contactId?: number): Promise<number> {
  const { tx, workspaceId, actor } = ctx;
  const held = and(
    eq(callItems.workspaceId, workspaceId),
    eq(callItems.callListId, list.id),
    eq(callItems.memberId, actor.memberId),
    eq(callItems.state, 'taken'),
    contactId === undefined ? undefined : eq(callItems.contactId, contactId),
  );
  const untouched = await tx
    .delete(callItems)
    .where(and(held, eq(callItems.calls, 0)))
    .returning({ id: callItems.contactId });
  const called = await tx
    .update(callItems)
    .set({ state: 'later', until: ctx.now() })
    .where(held)
    .returning({ id: callItems.contactId });
  return untouched.length + called.length;
}
