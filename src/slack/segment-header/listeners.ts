import type { SlackHost } from '../host.ts';
import { onAction, onView } from '../listener.ts';
import { readHeaderDraft } from './draft.ts';
import { registerFieldSearches } from './field-input.ts';
import { freshView, reloadedView } from './fresh-view.ts';
import {
  backToHeaderAction,
  editHeaderAction,
  headerQuestionView,
  headerView,
  reloadHeaderAction,
} from './ids.ts';
import { openHeaderModal } from './open.ts';
import { submitHeader, submitQuestion } from './submit.ts';

/** The form for a segment's header: opening it, its searches, its question, its submit. */
export function registerHeader(host: SlackHost): void {
  onAction(host, editHeaderAction, ({ ctx, openView, place, responseUrl, value }) => {
    const channel = place.kind === 'message' ? place.channel : undefined;
    return openHeaderModal({ ctx, openView, no: value.no, channel, responseUrl });
  });
  onView(host, headerView, (request) => submitHeader(host, request));
  onView(host, headerQuestionView, (request) => submitQuestion(host, request));
  onAction(host, backToHeaderAction, async ({ ctx, value, pressedAt, updateView }) => {
    const { draft } = await readHeaderDraft(ctx, value.draftId);
    await updateView(await freshView(ctx, { draftId: value.draftId, draft, pressedAt }));
  });
  onAction(host, reloadHeaderAction, async ({ ctx, value, pressedAt, updateView }) => {
    const { draft } = await readHeaderDraft(ctx, value.draftId);
    await updateView(await reloadedView(ctx, { draftId: value.draftId, draft, pressedAt }));
  });
  registerFieldSearches(host);
}
