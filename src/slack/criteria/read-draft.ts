import type { ViewOutput } from '@slack/bolt';
import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { readDraft } from '../../services/drafts/read-draft.ts';
import { type CriteriaDraft, criteriaDraft, DRAFT_KIND } from './draft.ts';
import { readState } from './read-state.ts';

/**
 * The draft of a modal with what stands in the modal by now.
 * @throws NotFoundError draft_not_found
 */
export async function currentDraft(
  ctx: MemberContext,
  draftId: number,
  view: ViewOutput,
): Promise<{ draft: CriteriaDraft; pressedAt: number }> {
  const stored = await readDraft(ctx, { id: draftId, kind: DRAFT_KIND });
  const parsed = criteriaDraft.safeParse(stored.content);
  // Written by an earlier version of the app.
  if (!parsed.success) throw new NotFoundError('draft_not_found');
  return { draft: readState(parsed.data, view.state.values), pressedAt: stored.pressedAt };
}
