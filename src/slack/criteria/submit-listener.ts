import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import type { ConflictError } from '../../core/errors.ts';
import { consumeDraft } from '../../services/drafts/consume-draft.ts';
import { updateDraft } from '../../services/drafts/update-draft.ts';
import { addContacts } from '../../services/segments/add-contacts.ts';
import { readHeader } from '../../services/segments/header.ts';
import { reduceContacts } from '../../services/segments/reduce-contacts.ts';
import { refineContacts } from '../../services/segments/refine-contacts.ts';
import type { CriteriaStep, StepResult } from '../../services/segments/types.ts';
import type { SlackHost } from '../host.ts';
import { onView, type ViewRequest, type ViewResult } from '../listener.ts';
import type { Logger } from '../logger.ts';
import { readerOf } from '../segments/reader.ts';
import { stepAnswer } from '../segments/step-answer.ts';
import { mention, say, words } from '../text.ts';
import { answerPerson } from './answer.ts';
import { countStep, hasMovedOn, timeOf } from './count.ts';
import { type CriteriaDraft, DRAFT_KIND } from './draft.ts';
import { criteriaOf, stepOf } from './draft-criteria.ts';
import * as ids from './ids.ts';
import { currentDraft } from './read-draft.ts';
import { TEXT_BLOCK, valueBlock } from './read-state.ts';
import type { RowProblem } from './rows-to-criteria.ts';
import { type CriteriaViewModel, criteriaModal } from './view.ts';

/** Carries out the step that was put together in the modal, and tells the person where they began. */
export function registerSubmit(host: SlackHost): void {
  onView(host, ids.criteriaView, (request) => submit(host, request));
}

async function submit(
  host: SlackHost,
  request: ViewRequest<{ draftId: number; segmentNo: string }>,
): Promise<ViewResult> {
  const { ctx, client, log, view } = request;
  const { draftId } = request.metadata;
  const { draft, pressedAt } = await currentDraft(ctx, draftId, view);
  const read = await criteriaOf(ctx, draft);
  if ('problems' in read) {
    const errors = rowErrors(ctx, draft, read.problems);
    return hasInputs(view, Object.keys(errors))
      ? { errors }
      : { update: await freshView(ctx, log, draftId, draft) };
  }
  if ('mistake' in read) return { errors: { [TEXT_BLOCK]: read.mistake } };
  try {
    const result = await carryOut(ctx, draft, stepOf(draft, read.criteria), `criteria:${view.id}`);
    if (await consumeDraft(ctx, { id: draftId, kind: DRAFT_KIND })) {
      const { channel, responseUrl } = draft;
      const { slackUserId } = ctx.actor;
      const message = stepAnswer(await readerOf(ctx, [result.input]), result);
      void host.track(answerPerson({ client, log, slackUserId, channel, responseUrl, message }));
    }
    return undefined;
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    return { update: await movedOn(ctx, log, { draftId, draft, pressedAt }, error) };
  }
}

function carryOut(
  ctx: MemberContext,
  draft: CriteriaDraft,
  step: CriteriaStep,
  requestKey: string,
): Promise<StepResult> {
  const change = { no: draft.segmentNo, expectedVersion: draft.version, requestKey };
  const { criteria } = step;
  if (step.kind === 'add') return addContacts(ctx, { ...change, criteria, options: step.options });
  const remove = step.kind === 'reduce' ? reduceContacts : refineContacts;
  return remove(ctx, { ...change, criteria, options: step.options });
}

function rowErrors(ctx: MemberContext, draft: CriteriaDraft, problems: RowProblem[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { rowId, fault } of problems) {
    const row = draft.rows.find(({ id }) => id === rowId);
    if (row) errors[valueBlock(row)] = words(ctx.locale, `criteria-modal.fault.${fault}`);
  }
  return errors;
}

/** Slack refuses errors for inputs the view does not have: it may show an earlier state than the draft. */
const hasInputs = (view: ViewOutput, blockIds: string[]): boolean =>
  blockIds.every((id) =>
    (view.blocks as KnownBlock[]).some((block) => block.type === 'input' && block.block_id === id),
  );

/** The segment was changed while the modal stood open: what was filled in stays, the count is made anew. */
async function movedOn(
  ctx: MemberContext,
  log: Logger,
  stale: { draftId: number; draft: CriteriaDraft; pressedAt: number },
  error: ConflictError,
): Promise<ModalView> {
  const header = await readHeader(ctx, stale.draft.segmentNo);
  const draft = { ...stale.draft, version: header.version };
  const { draftId, pressedAt } = stale;
  await updateDraft(ctx, { id: draftId, kind: DRAFT_KIND, pressedAt, content: draft });
  const by = String(error.params.by ?? header.changedBy.slackUserId);
  const text = say(
    ctx.locale,
    by === ctx.actor.slackUserId ? 'criteria-modal.moved-on.self' : 'criteria-modal.moved-on',
    {
      by: mention(by),
      no: header.no,
      time: timeOf(ctx, header.changedAt),
    },
  );
  return freshView(ctx, log, draftId, draft, { text, level: 'warning' });
}

async function freshView(
  ctx: MemberContext,
  log: Logger,
  draftId: number,
  draft: CriteriaDraft,
  notice?: CriteriaViewModel['notice'],
): Promise<ModalView> {
  const { description, counts } = await readHeader(ctx, draft.segmentNo);
  const counted = await countStep(ctx, draft, log);
  return criteriaModal({ locale: ctx.locale, draftId, draft, description, counts, ...counted, notice });
}
