import { z } from 'zod';
import { addOpportunityComment } from '../../services/opportunities/comments.ts';
import { deleteOpportunity } from '../../services/opportunities/delete.ts';
import { listOpportunities } from '../../services/opportunities/list.ts';
import { showOpportunity } from '../../services/opportunities/show.ts';
import { message, section } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onCommand, onView, typedText } from '../listener.ts';
import { say } from '../text.ts';
import { opportunityMessage } from './card.ts';
import { opportunityCommand } from './commands.ts';
import { openedComments } from './comments-form.ts';
import { createFrom } from './create-from.ts';
import { registerForms } from './form-listeners.ts';
import * as ids from './ids.ts';
import { LIST_PAGE, listMessage } from './list.ts';
import { registerForSegment } from './segment-form.ts';

const commentForm = z.object({ comment: typedText });

/** `/opportunity`, its answers and their buttons, and the forms for opportunities. */
export function registerOpportunities(host: SlackHost): void {
  onCommand(host, '/opportunity', opportunityCommand);
  registerForms(host);
  registerForSegment(host);
  onAction(host, ids.showAction, async ({ ctx, value, replace }) =>
    replace(opportunityMessage(ctx.locale, await showOpportunity(ctx, value))),
  );
  onAction(host, ids.listAction, async ({ ctx, value, replace }) =>
    replace(
      listMessage(ctx.locale, value.scope, await listOpportunities(ctx, { ...value, limit: LIST_PAGE })),
    ),
  );
  onAction(host, ids.fromInteractionAction, (request) => createFrom(request, request.value.entry));
  onAction(host, ids.deleteAction, async ({ ctx, value, requestKey, replace }) => {
    const { no } = await deleteOpportunity(ctx, { opportunityNo: value.no, requestKey });
    const text = say(ctx.locale, 'opportunities.deleted', { no });
    await replace(message(text, [section(text)]));
  });
  onAction(host, ids.commentsAction, async ({ ctx, value, openView }) => {
    await openView(await openedComments(ctx, value.no));
  });
  onView(host, ids.commentView, async ({ ctx, form, metadata, requestKey }) => {
    const { comment } = commentForm.parse(form);
    await addOpportunityComment(ctx, { opportunityNo: metadata.no, comment, requestKey });
    return undefined;
  });
}
