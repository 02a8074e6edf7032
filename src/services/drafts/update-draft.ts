import { and, lte } from 'drizzle-orm';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { drafts } from '../../db/schema/index.ts';
import { type DraftKey, ownDraft, pressedAt } from './draft.ts';

/**
 * Replaces a draft's content, unless a later press has done so already: presses may arrive in another order.
 * @param input.pressedAt when the person pressed, in ms since 1970
 * @returns false when the content was not taken: the draft is newer, gone, or somebody else's
 */
export function updateDraft(
  ctx: MemberContext,
  input: DraftKey & { pressedAt: number; content: unknown },
): Promise<boolean> {
  return inTransaction(ctx, async ({ tx, now }) => {
    const written = await tx
      .update(drafts)
      .set({ data: { pressedAt: input.pressedAt, content: input.content }, changedAt: now() })
      .where(and(ownDraft(ctx, input), lte(pressedAt, input.pressedAt)))
      .returning({ id: drafts.id });
    return written.length > 0;
  });
}
