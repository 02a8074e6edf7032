import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { callItems } from '../../db/schema/index.ts';
import { cancelInteractions } from '../interactions/cancel-interactions.ts';
import { leaseFrom } from './claim.ts';
import { findList, refusalOf } from './find-list.ts';
import { giveBack, holdMember } from './held.ts';
import { type Item, lockItem } from './lock-item.ts';
import { tellProgress } from './tell.ts';

const takeBackInput = z.object({
  listId: z.number().int(),
  contactId: z.number().int(),
  /** The interaction that was logged with the outcome; null when there was none. */
  entryId: z.number().int().nullable(),
});
type Ctx = MemberContext & TransactionContext;

/**
 * Takes back the outcome that the member wrote down last for a contact: its interaction is canceled, and they have the
 * contact before them again, instead of the one they were given since. Asked for again, it changes nothing more.
 * @throws NotFoundError call_list_not_found
 * @throws ConflictError call_moved_on, call_list_closed, segment_being_logged; InvalidError call_approval_missing
 */
export async function takeBack(ctx: MemberContext, input: z.input<typeof takeBackInput>): Promise<void> {
  requireInsider(ctx);
  const { listId, contactId, entryId } = takeBackInput.parse(input);
  await inTransaction(ctx, async (inner) => {
    const { list, segment } = await findList(inner, listId);
    const refusal = await refusalOf(inner, segment);
    if (refusal) throw refusal;
    await holdMember(inner);
    const item = await lockItem(inner, listId, contactId);
    const own = item?.memberId === inner.actor.memberId;
    if (own && item.state === 'taken') return;
    if (!own || !isOutcome(item, entryId)) throw new ConflictError('call_moved_on');
    if (entryId !== null) await cancelInteractions(inner, { entryIds: [entryId], seen: false });
    await giveBack(inner, list);
    await reopen(inner, item, entryId !== null);
    await audit(inner, {
      action: 'call-list.take-back',
      subject: 'call-list',
      subjectId: listId,
      detail: { entryId },
    });
    await tellProgress(inner, list);
  });
}

const isOutcome = (item: Item, entryId: number | null): boolean =>
  entryId === null ? item.outcome === 'skipped' : item.entryId === entryId;

async function reopen(ctx: Ctx, { callListId, contactId }: Item, called: boolean): Promise<void> {
  await ctx.tx
    .update(callItems)
    .set({
      state: 'taken',
      takenAt: ctx.now(),
      until: leaseFrom(ctx.now()),
      outcome: null,
      ...(called ? { calls: sql`${callItems.calls} - 1`, entryId: null } : {}),
    })
    .where(
      and(
        eq(callItems.workspaceId, ctx.workspaceId),
        eq(callItems.callListId, callListId),
        eq(callItems.contactId, contactId),
      ),
    );
}
