import { executor, type MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { drafts } from '../../db/schema/index.ts';
import { type DraftKey, ownDraft, storedDraft } from './draft.ts';

export interface DraftState {
  content: unknown;
  /** When the press that wrote it happened, in ms since 1970; 0 before the first. */
  pressedAt: number;
}

/**
 * What a person has filled in so far.
 * @throws NotFoundError draft_not_found when it is gone, or somebody else's
 */
export async function readDraft(ctx: MemberContext, key: DraftKey): Promise<DraftState> {
  const [row] = await executor(ctx).select({ data: drafts.data }).from(drafts).where(ownDraft(ctx, key));
  if (!row) throw new NotFoundError('draft_not_found');
  const { content, pressedAt } = storedDraft.parse(row.data);
  return { content, pressedAt };
}
