import { ConflictError } from '../../core/errors.ts';
import { exportSegment } from '../../services/segments/export.ts';
import { redoStep } from '../../services/segments/redo-step.ts';
import { undoStep } from '../../services/segments/undo-step.ts';
import { section } from '../blocks/index.ts';
import { openCriteriaModal } from '../criteria/index.ts';
import { describeProblem } from '../errors.ts';
import type { SlackHost } from '../host.ts';
import { type ActionRequest, onAction } from '../listener.ts';
import { openForSegment } from '../opportunities/segment-form.ts';
import { openSaveModal } from '../saved-criteria/index.ts';
import { openSegmentTasks } from '../tasks/open.ts';
import { openDeleteModal } from './delete.ts';
import { exportMessage } from './export-message.ts';
import {
  addAction,
  exportAction,
  moreAction,
  pageAction,
  redoAction,
  reduceAction,
  refineAction,
  showAction,
  undoAction,
} from './ids.ts';
import { loadCard } from './load-card.ts';
import { showCard } from './show-in.ts';
import { stepSentence } from './step-answer.ts';

const criteriaActions = { add: addAction, reduce: reduceAction, refine: refineAction } as const;
type CriteriaVerb = keyof typeof criteriaActions;

/** The buttons of a segment's card. */
export function registerCard(host: SlackHost): void {
  onAction(host, showAction, async (request) => {
    await showCard(request, await loadCard(request.ctx, { no: request.value.no }));
  });
  onAction(host, pageAction, async (request) => {
    const { no, after, before, from } = request.value;
    const page = {
      ...(after === undefined ? {} : { after }),
      ...(before === undefined ? {} : { before }),
    };
    await showCard(request, await loadCard(request.ctx, { no, from, ...page }));
  });
  onAction(host, undoAction, (request) => switchStep(request, undoStep));
  onAction(host, redoAction, (request) => switchStep(request, redoStep));
  onAction(host, exportAction, async ({ ctx, value, requestKey, reply }) => {
    const { segmentNo } = await exportSegment(ctx, { no: value.no, requestKey });
    await reply(exportMessage(ctx.locale, segmentNo));
  });
  onAction(host, moreAction, (request) => {
    const { no, do: what } = request.value;
    switch (what) {
      case 'save':
        return openSaveModal(request, no);
      case 'tasks':
        return openSegmentTasks(request, no);
      case 'opportunities':
        return openForSegment(request, no);
      case 'delete':
        return openDeleteModal(request, no);
    }
  });
  for (const verb of Object.keys(criteriaActions) as CriteriaVerb[]) {
    onAction(host, criteriaActions[verb], (request) => openCriteria(request, verb));
  }
}

/** Undoes or redoes as the card says that it stands; where it has moved on, shows it as it is now. */
async function switchStep(
  request: ActionRequest<{ no: string; version: number }>,
  carryOut: typeof undoStep,
): Promise<void> {
  const { ctx, requestKey, log, value } = request;
  const { no, version: expectedVersion } = value;
  let said: ReturnType<typeof section>;
  try {
    said = section(stepSentence(ctx.locale, await carryOut(ctx, { no, expectedVersion, requestKey })));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    said = section(describeProblem(ctx.locale, error, log).text);
  }
  await showCard(request, await loadCard(ctx, { no }), [said]);
}

async function openCriteria(request: ActionRequest<{ no: string }>, verb: CriteriaVerb): Promise<void> {
  const { ctx, client, log, openView, place, responseUrl, value } = request;
  const channel = place.kind === 'message' ? place.channel : undefined;
  await openCriteriaModal({ ctx, client, log, openView, segmentNo: value.no, verb, channel, responseUrl });
}
