import type { KnownBlock, ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { showCall } from '../../services/call-lists/show-call.ts';
import { callModal } from './call-view.ts';
import { endModal } from './end-view.ts';

/**
 * The contact that the member has before them, or why there is none.
 * @param lead what was done just before
 * @throws NotFoundError call_list_not_found
 */
export async function loadCall(
  ctx: MemberContext,
  listId: number,
  lead: readonly KnownBlock[] = [],
): Promise<ModalView> {
  const { locale, timeZone, actor } = ctx;
  const reader = { locale, timeZone, memberId: actor.memberId };
  const view = await showCall(ctx, { listId });
  const { contact } = view;
  return contact ? callModal({ ...view, contact, reader, lead }) : endModal({ ...view, reader, lead });
}
