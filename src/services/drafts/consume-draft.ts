import { inTransaction, type MemberContext } from '../../core/context.ts';
import { drafts } from '../../db/schema/index.ts';
import { type DraftKey, ownDraft } from './draft.ts';

/**
 * Throws a draft away because it has been carried out.
 * @returns true for exactly one caller: whoever gets it tells the person
 */
export function consumeDraft(ctx: MemberContext, key: DraftKey): Promise<boolean> {
  return inTransaction(ctx, async ({ tx }) => {
    const gone = await tx.delete(drafts).where(ownDraft(ctx, key)).returning({ id: drafts.id });
    return gone.length > 0;
  });
}
