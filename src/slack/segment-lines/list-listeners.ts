import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { StepResult } from '../../services/segments/types.ts';
import { undoStep } from '../../services/segments/undo-step.ts';
import { button, section } from '../blocks/index.ts';
import { describeProblem, OutdatedControlError } from '../errors.ts';
import type { SlackHost } from '../host.ts';
import { type ActionRequest, onAction, onView } from '../listener.ts';
import { readMetadata } from '../listeners/view.ts';
import { hasMovedOn, movedOnBlocks } from '../segments/moved-on.ts';
import { resetOffer } from '../segments/reset-button.ts';
import { stepSentence } from '../segments/step-answer.ts';
import { words } from '../text.ts';
import * as ids from './ids.ts';
import { firstPage, loadList } from './load-list.ts';

type Request = ActionRequest<unknown>;

/** The list of a segment's contacts: opening it, searching, sorting, leafing through it. */
export function registerList(host: SlackHost): void {
  onAction(host, ids.openLinesAction, async ({ ctx, value, openView }) => {
    await openView(await loadList(ctx, firstPage(value.no)));
  });
  onView(host, ids.linesView, async ({ ctx, metadata, form }) => ({
    update: await loadList(ctx, { ...fromStart(metadata), query: typedQuery(form.query) }),
  }));
  onAction(host, ids.queryAction, (request) => show(request, fromStart(listOf(request))));
  onAction(host, ids.sortAction, (request) =>
    show(request, { ...fromStart(listOf(request)), sort: request.value }),
  );
  onAction(host, ids.filterAction, (request) =>
    show(request, { ...fromStart(listOf(request)), filter: request.value }),
  );
  onAction(host, ids.firstAction, (request) => show(request, fromStart(listOf(request))));
  onAction(host, ids.nextAction, (request) => {
    // Another search since then would begin somewhere else.
    const state = listOf(request);
    const same = state.query === shownList(request).query;
    return show(request, same ? { ...state, ...request.value } : fromStart(state));
  });
  onAction(host, ids.undoHereAction, (request) => {
    const { no, version: expectedVersion } = request.value;
    return change(request, () =>
      undoStep(request.ctx, { no, expectedVersion, requestKey: request.requestKey }),
    );
  });
}

const show = async (request: Request, state: ids.ListState, lead?: readonly KnownBlock[]) =>
  request.updateView(await loadList(request.ctx, state, lead));

/** Makes a change out of the list and shows the list after it, with what was done; a change that comes too late too. */
export async function change(request: Request, carryOut: () => Promise<StepResult>): Promise<void> {
  const { ctx } = request;
  let lead: KnownBlock[];
  try {
    lead = doneBlocks(ctx.locale, await carryOut());
  } catch (error) {
    lead = hasMovedOn(error)
      ? movedOnBlocks(ctx, error, [])
      : [section(describeProblem(ctx.locale, error, request.log).text)];
  }
  await show(request, listOf(request), lead);
}

/** What a step did, with the way back. */
export const doneBlocks = (locale: Locale, result: StepResult): KnownBlock[] => {
  const { segmentNo: no, version, canUndo } = result;
  const undo = button(ids.undoHereAction, { no, version }, words(locale, 'segments.button.undo'));
  return [
    section(stepSentence(locale, result), { id: 'done', ...(canUndo ? { accessory: undo } : {}) }),
    ...resetOffer(locale, result),
  ];
};

const fromStart = ({ after: _, ...state }: ids.ListState): ids.ListState => ({ ...state, from: 1 });

const typedQuery = (typed: unknown): string =>
  typeof typed === 'string' ? typed.trim().slice(0, ids.MAX_QUERY) : '';

function shownList({ place }: Request) {
  if (place.kind !== 'modal') throw new OutdatedControlError();
  return readMetadata(ids.linesView, place.view);
}

/** Which segment the list shows, and which version of it. */
export const versionOf = (request: Request): { no: string; version: number } => shownList(request);

/** What the list shows, with what stands in its search field by now. */
export function listOf(request: Request): ids.ListState {
  const { place } = request;
  if (place.kind !== 'modal') throw new OutdatedControlError();
  const { version: _, ...state } = shownList(request);
  return { ...state, query: typedQuery(place.form.query) };
}

/** The list that was pressed in, for a form put on top of it. */
export function belowOf(request: Request): ids.Below | undefined {
  const { place } = request;
  if (place.kind !== 'modal' || place.view.callback_id !== ids.linesView.id) return undefined;
  return { viewId: place.view.id, state: listOf(request) };
}
