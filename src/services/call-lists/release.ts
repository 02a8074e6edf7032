import { z } from 'zod';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findList } from './find-list.ts';
import { giveBack, holdMember } from './held.ts';
import { tellProgress } from './tell.ts';

const releaseInput = z.object({
  listId: z.number().int(),
  /** Only this one: a window that is closed late must not give back what another has taken since. */
  contactId: z.number().int().optional(),
});

/**
 * The member stops calling: the contact before them goes to whoever comes next.
 * @returns whether there was one
 * @throws NotFoundError call_list_not_found
 */
export async function release(ctx: MemberContext, input: z.input<typeof releaseInput>): Promise<boolean> {
  requireInsider(ctx);
  const { listId, contactId } = releaseInput.parse(input);
  return inTransaction(ctx, async (inner) => {
    const { list } = await findList(inner, listId);
    await holdMember(inner);
    const given = await giveBack(inner, list, contactId);
    if (given > 0) await tellProgress(inner, list);
    return given > 0;
  });
}
