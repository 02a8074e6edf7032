import { consumeDraft } from '../../services/drafts/consume-draft.ts';
import { editLine } from '../../services/segments/edit-line.ts';
import { removeLine } from '../../services/segments/remove-line.ts';
import type { StepResult } from '../../services/segments/types.ts';
import { handedIn } from '../files/handed-in.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onView, type ViewRequest, type ViewResult } from '../listener.ts';
import { changedFields, LINE_FIELDS } from '../segment-header/fields.ts';
import { typedValues } from '../segment-header/typed-values.ts';
import { openWhy } from '../segment-steps/index.ts';
import { hasMovedOn } from '../segments/moved-on.ts';
import { tellStep, updateBelow } from '../segments/tell-step.ts';
import { LINE_DRAFT, readLineDraft } from './draft.ts';
import * as ids from './ids.ts';
import { lineChanges } from './line-values.ts';
import { belowOf, change, doneBlocks, versionOf } from './list-listeners.ts';
import { loadList } from './load-list.ts';
import { pickForm } from './pick-form.ts';
import { movedOnForm, openedForm, reloadedForm } from './show-form.ts';

/** What can be done with one line: editing, replacing, removing it, and asking why it is there. */
export function registerLines(host: SlackHost): void {
  onAction(host, ids.rowAction, async (request) => {
    const { ctx, openView, value, requestKey } = request;
    const { no, version } = versionOf(request);
    const below = belowOf(request);
    switch (value.do) {
      case 'edit':
        await openView(await openedForm(ctx, { no, lineNo: value.line, below }));
        return;
      case 'remove':
        return change(request, () =>
          removeLine(ctx, { no, lineNo: value.line, expectedVersion: version, requestKey }),
        );
      case 'replace':
        await openView(
          pickForm({ locale: ctx.locale, no, version, line: value.line, contact: value.contact, below }),
        );
        return;
      case 'why':
        return openWhy(ctx, openView, { no, contactNo: value.contact });
    }
  });
  onView(host, ids.lineView, (request) => submitLine(host, request));
  onAction(host, ids.reloadLineAction, async ({ ctx, value, pressedAt, updateView }) => {
    const { draft } = await readLineDraft(ctx, value.draftId);
    await updateView(await reloadedForm(ctx, { draftId: value.draftId, draft, pressedAt }));
  });
}

async function submitLine(host: SlackHost, request: ViewRequest<{ draftId: number }>): Promise<ViewResult> {
  const { ctx, view } = request;
  const { draftId } = request.metadata;
  const stored = await readLineDraft(ctx, draftId);
  const draft = { ...stored.draft, typed: typedValues(LINE_FIELDS, view) };
  const changed = changedFields(LINE_FIELDS, draft.base, draft.typed);
  const { file, removeFile } = await handedIn(request.client, request.form);
  if (changed.length === 0 && !file && !removeFile) return undefined;
  let result: StepResult | null;
  try {
    result = await editLine(ctx, {
      no: draft.no,
      lineNo: draft.lineNo,
      expectedVersion: draft.version,
      requestKey: `line:${view.id}:${draft.version}`,
      changes: { ...lineChanges(changed, draft.typed), ...(removeFile ? { attachmentId: null } : {}) },
      ...(file ? { file } : {}),
    });
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    return { update: await movedOnForm(ctx, { draftId, draft, pressedAt: stored.pressedAt }, error) };
  }
  if (result && (await consumeDraft(ctx, { id: draftId, kind: LINE_DRAFT }))) {
    await tellLine(host, request, result, draft.below);
  }
  return undefined;
}

/** Shows what was done on the list below the form; without one, where the person began. */
export async function tellLine(
  host: SlackHost,
  request: Pick<ViewRequest<unknown>, 'ctx' | 'client' | 'log' | 'view'>,
  result: StepResult,
  below: ids.Below | undefined,
): Promise<void> {
  const { ctx } = request;
  if (!below) return tellStep(host, request, result, { channel: null, responseUrl: null });
  await updateBelow(request, below.viewId, await loadList(ctx, below.state, doneBlocks(ctx.locale, result)));
}
