import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { AppError } from '../../core/errors.ts';
import { consumeDraft } from '../../services/drafts/consume-draft.ts';
import { createDraft } from '../../services/drafts/create-draft.ts';
import { readDraft } from '../../services/drafts/read-draft.ts';
import { replaceAnswer } from '../criteria/answer.ts';
import { messageView, type ViewRequest } from '../listener.ts';
import { updateBelow } from '../segments/tell-step.ts';
import { listPage } from './ids.ts';
import { loadPage } from './load-page.ts';

const KIND = 'interaction-selection';

/** What was offered to choose several from, in its order, and the list that it was offered from. */
const selection = z.object({
  entryIds: z.array(z.number().int()),
  page: listPage,
  /** Null where the list stands in a modal. */
  responseUrl: z.string().nullable(),
});
type Selection = z.infer<typeof selection>;

/** @returns the draft that keeps it */
export const keepSelection = (ctx: MemberContext, content: Selection): Promise<number> =>
  createDraft(ctx, { kind: KIND, content });

/** @throws NotFoundError draft_not_found */
export const readSelection = async (ctx: MemberContext, id: number): Promise<Selection> =>
  selection.parse((await readDraft(ctx, { id, kind: KIND })).content);

/** Shows the list as it is once what was chosen has been changed. A list that is gone by now stays away. */
export async function showListAnew(
  { ctx, client, log, view }: Pick<ViewRequest<unknown>, 'ctx' | 'client' | 'log' | 'view'>,
  id: number,
): Promise<void> {
  try {
    const { page, responseUrl } = await readSelection(ctx, id);
    // Of two submits of the same question, one shows it.
    if (!(await consumeDraft(ctx, { id, kind: KIND }))) return;
    const list = await loadPage(ctx, page);
    if (responseUrl !== null) await replaceAnswer(responseUrl, list);
    else if (view.previous_view_id)
      await updateBelow({ client, log }, view.previous_view_id, messageView(list));
  } catch (error) {
    if (!(error instanceof AppError)) log.warn({ err: error }, 'The list could not be shown anew');
  }
}
