import type { z } from 'zod';
import { updateDraft } from '../../services/drafts/update-draft.ts';
import { OutdatedControlError } from '../errors.ts';
import type { SlackHost } from '../host.ts';
import type { ActionId } from '../ids.ts';
import { type ActionRequest, onAction } from '../listener.ts';
import { readMetadata } from '../listeners/view.ts';
import { addRow, type CriteriaDraft, DRAFT_KIND, removeRow } from './draft.ts';
import { MAX_ROWS } from './filter-row.ts';
import * as ids from './ids.ts';
import { currentDraft } from './read-draft.ts';
import { showDraft } from './show-draft.ts';
import { switchMode } from './switch-mode.ts';
import type { CriteriaViewModel } from './view.ts';

/** A draft after a press, with something to say above it if need be. */
export interface Edited {
  draft: CriteriaDraft;
  notice?: CriteriaViewModel['notice'];
}

type Edit<Value> = (draft: CriteriaDraft, request: ActionRequest<Value>) => Edited | Promise<Edited>;

/** Everything that can be chosen, typed or pressed in the modal: kept in the draft, then shown with a new count. */
export function registerChanges(host: SlackHost): void {
  const onChange = <S extends z.ZodType>(action: ActionId<S>, edit: Edit<z.output<S>>, typing = false) =>
    onAction(host, action, (request) => change(request, edit, typing));

  const chosen = [
    ids.fieldAction,
    ids.operatorAction,
    ids.codesAction,
    ids.choiceAction,
    ids.fromDayAction,
    ids.toDayAction,
    ids.optionsAction,
  ];
  for (const action of chosen) onChange(action, (draft) => ({ draft }));
  const typed = [ids.typedAction, ids.fromAction, ids.toAction, ids.textAction];
  for (const action of typed) onChange(action, (draft) => ({ draft }), true);
  onChange(ids.addRowAction, (draft) => ({ draft: draft.rows.length < MAX_ROWS ? addRow(draft) : draft }));
  onChange(ids.removeRowAction, (draft, { value }) => ({ draft: removeRow(draft, value.row) }));
  onChange(ids.modeAction, (draft, { ctx, value }) => switchMode(ctx, draft, value.to));
}

async function change<Value>(
  request: ActionRequest<Value>,
  edit: Edit<Value>,
  typing: boolean,
): Promise<void> {
  const { ctx, client, log, place, pressedAt } = request;
  if (place.kind !== 'modal') throw new OutdatedControlError();
  const { draftId } = readMetadata(ids.criteriaView, place.view);
  const { draft } = await currentDraft(ctx, draftId, place.view);
  const edited = await edit(draft, request);
  const taken = await updateDraft(ctx, {
    id: draftId,
    kind: DRAFT_KIND,
    pressedAt,
    content: edited.draft,
  });
  if (!taken) return;
  const { id: viewId, hash } = place.view;
  await showDraft({ ctx, client, log, draftId, pressedAt, viewId, hash, typing, ...edited });
}
