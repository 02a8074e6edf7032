import { z } from 'zod';
import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { claimNext } from './claim.ts';
import { type FoundList, findList, refusalOf } from './find-list.ts';
import { giveBack, holdMember, keepHeld } from './held.ts';
import { tellProgress } from './tell.ts';

const takeNextInput = z.object({ listId: z.number().int() });

/**
 * Gives the member the next contact of a call list, and keeps it for them; who has one gets that one again.
 * @returns whether there is one; `showCall` tells of it
 * @throws NotFoundError call_list_not_found
 * @throws ConflictError call_list_closed, segment_being_logged
 * @throws InvalidError call_approval_missing
 */
export async function takeNext(ctx: MemberContext, input: z.input<typeof takeNextInput>): Promise<boolean> {
  requireInsider(ctx);
  const { listId } = takeNextInput.parse(input);
  return inTransaction(ctx, async (inner) => {
    const found = await findList(inner, listId);
    const refusal = await refusalOf(inner, found.segment);
    if (refusal) throw refusal;
    await holdMember(inner);
    const taken = await nextFor(inner, found);
    await tellProgress(inner, found.list);
    return taken;
  });
}

/** The same within a transaction in which the member is held. */
export async function nextFor(
  ctx: MemberContext & TransactionContext,
  { list }: FoundList,
): Promise<boolean> {
  if (await keepHeld(ctx, list)) return true;
  // What the member had has left the segment, or wants no calls any more.
  await giveBack(ctx, list);
  return claimNext(ctx, list);
}
