import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { cancelCampaignEntry } from '../../services/interactions/cancel-campaign-entry.ts';
import { cancelInteractions } from '../../services/interactions/cancel-interactions.ts';
import { cancelLoggedSegment } from '../../services/interactions/cancel-logged-segment.ts';
import type { Canceled } from '../../services/interactions/cancel-types.ts';
import { type CancelTarget, previewCancel } from '../../services/interactions/preview-cancel.ts';
import type { SlackHost } from '../host.ts';
import { showListAnew } from '../interaction-list/selection.ts';
import { type ActionRequest, notice, onAction, onView } from '../listener.ts';
import { say, words } from '../text.ts';
import { cancelAction, cancelView } from './ids.ts';
import { canceledText, cancelModal } from './modal.ts';

export { cancelAction } from './ids.ts';

const form = z.object({ attachments: z.array(z.string()).nullish() });

/** Canceling logged segments, campaign entries and interactions, and taking it back. */
export function registerCancel(host: SlackHost): void {
  onAction(host, cancelAction, (request) => openCancel(request, request.value));
  onView(host, cancelView, async (request) => {
    const { ctx, metadata, form: filled, requestKey } = request;
    const { attachments } = form.parse(filled);
    const did = await cancel(ctx, metadata, {
      removeAttachments: attachments?.includes('remove') ?? false,
      requestKey,
    });
    const title = words(ctx.locale, metadata.canceled ? 'cancel.title.undo' : 'cancel.title');
    if (metadata.selection !== undefined) void host.track(showListAnew(request, metadata.selection));
    return { update: notice(ctx.locale, title, canceledText(ctx.locale, did)) };
  });
}

/**
 * Asks whether to cancel, or to take it back.
 * @param wish.canceled as it was when it was shown
 * @param selection the draft that keeps the list to show anew
 */
export async function openCancel(
  { ctx, openView }: Pick<ActionRequest<unknown>, 'ctx' | 'openView'>,
  wish: { target: CancelTarget; canceled: boolean },
  selection?: number,
): Promise<void> {
  const preview = await previewCancel(ctx, wish.target);
  if (preview.canceled === wish.canceled) {
    await openView(cancelModal(ctx.locale, preview, selection));
    return;
  }
  const undo = wish.canceled ? '.undo' : '';
  const title = words(ctx.locale, `cancel.title${undo}`);
  await openView(notice(ctx.locale, title, say(ctx.locale, `cancel.already${undo}`)));
}

function cancel(
  ctx: MemberContext,
  { target, canceled: seen }: { target: CancelTarget; canceled: boolean },
  more: { removeAttachments: boolean; requestKey: string },
): Promise<Canceled> {
  const { requestKey } = more;
  if (target.kind === 'interactions') {
    return cancelInteractions(ctx, { entryIds: target.entryIds, seen, ...more });
  }
  const { entryNo } = target;
  const wanted = { entryNo, canceled: !seen, requestKey };
  return target.kind === 'logged' ? cancelLoggedSegment(ctx, wanted) : cancelCampaignEntry(ctx, wanted);
}
