import { z } from 'zod';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findList } from './find-list.ts';
import { holdMember, keepHeld } from './held.ts';

const keepInput = z.object({ listId: z.number().int() });

/**
 * Keeps the contact before the member for another while, because they are at work on it.
 * @returns whether they still have one
 * @throws NotFoundError call_list_not_found
 */
export async function keep(ctx: MemberContext, input: z.input<typeof keepInput>): Promise<boolean> {
  requireInsider(ctx);
  const { listId } = keepInput.parse(input);
  return inTransaction(ctx, async (inner) => {
    const { list } = await findList(inner, listId);
    await holdMember(inner);
    return keepHeld(inner, list);
  });
}
