import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { checkLogging } from '../../services/interactions/check-logging.ts';
import { type Fix, fixProblem } from '../../services/interactions/fix-problem.ts';
import { NotLoggableError } from '../../services/interactions/not-loggable.ts';
import { requestLogging } from '../../services/interactions/request-logging.ts';
import { submitAgain } from '../../services/interactions/submit-again.ts';
import { usualChannel } from '../../services/interactions/usual-channel.ts';
import { showSegment } from '../../services/segments/show-segment.ts';
import type { SegmentCard, StepResult } from '../../services/segments/types.ts';
import { undoStep } from '../../services/segments/undo-step.ts';
import { submittedMessage } from '../approvals/messages.ts';
import { button, section } from '../blocks/index.ts';
import { checkChannel } from '../channels/check-channel.ts';
import { describeProblem, OutdatedControlError } from '../errors.ts';
import type { SlackHost } from '../host.ts';
import {
  type ActionRequest,
  type CommandRequest,
  onAction,
  onView,
  type ViewRequest,
  type ViewResult,
} from '../listener.ts';
import { readMetadata } from '../listeners/view.ts';
import { hasMovedOn, movedOnBlocks } from '../segments/moved-on.ts';
import { searchable } from '../segments/new-listeners.ts';
import { stepSentence } from '../segments/step-answer.ts';
import { words } from '../text.ts';
import * as ids from './ids.ts';
import { logModal } from './log-modal.ts';

const logForm = z.object({ channel: z.string().nullish(), followUp: z.array(z.string()).nullish() });

/** The form for logging a segment, and the ways out of what keeps it from being logged. */
export function registerLogForm(host: SlackHost): void {
  onAction(host, ids.logAction, (request) => openLogModal(request, request.value.no, placeChannel(request)));
  onView(host, ids.logView, submitLog);
  onAction(host, ids.fixAction, (request) => change(request, () => carryOut(request, request.value.fix)));
  onAction(host, ids.fixSalespersonAction, (request) => choose(request, 'salesperson'));
  onAction(host, ids.fixTemplateAction, (request) => choose(request, 'template'));
  onAction(host, ids.undoFixAction, (request) =>
    change(request, async () => {
      const { no, version: expectedVersion } = request.value;
      return done(
        request,
        await undoStep(request.ctx, { no, expectedVersion, requestKey: request.requestKey }),
      );
    }),
  );
  onAction(host, ids.resubmitAction, (request) =>
    change(request, async () => {
      const { ctx, requestKey, value } = request;
      const result = await submitAgain(ctx, { no: value.no, expectedVersion: value.version, requestKey });
      return submittedMessage(ctx.locale, result).blocks;
    }),
  );
  onAction(host, ids.sendAction, (request) => change(request, async () => [], request.value.includes('yes')));
  onAction(host, ids.checkAgainAction, (request) => change(request, async () => []));
  searchable(host, ids.fixSalespersonAction.id, 'salespeople');
  searchable(host, ids.fixTemplateAction.id, 'templates');
}

const placeChannel = ({ place }: ActionRequest<unknown>): string =>
  place.kind === 'message' ? place.channel : '';

/**
 * Opens the form for logging a segment, with the channel preset: the campaign's, the workspace's, or the current one;
 * or tells everything that has to be done before.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged
 */
export async function openLogModal(
  request: Pick<CommandRequest, 'ctx' | 'openView'> & { channelId?: string },
  no: string,
  current = request.channelId ?? '',
): Promise<void> {
  await request.openView(await loadLogModal(request.ctx, no, current));
}

async function loadLogModal(
  ctx: MemberContext,
  no: string,
  current: string,
  lead: readonly KnownBlock[] = [],
  sendAttachments?: boolean,
): Promise<ModalView> {
  const { problems, send } = await checkLogging(ctx, { no, sendAttachments });
  const card = await showSegment(ctx, { no, limit: 1 });
  return logModal(ctx.locale, {
    card,
    problems,
    send,
    channel: await presetChannel(ctx, card, current),
    current,
    lead,
  });
}

async function presetChannel(ctx: MemberContext, card: SegmentCard, current: string): Promise<string | null> {
  const usual = await usualChannel(ctx, card.header.campaign?.id ?? null);
  // A direct message is no place for a log.
  return usual ?? (/^[CG]/.test(current) ? current : null);
}

/** Asks for the logging; what came in its way since the form was opened is shown in it. */
async function submitLog(request: ViewRequest<z.output<typeof ids.logView.metadata>>): Promise<ViewResult> {
  const { ctx, client, form, metadata, requestKey } = request;
  const { no, version: expectedVersion, current, send: sendAttachments } = metadata;
  const { channel, followUp } = logForm.parse(form);
  if (channel) await checkChannel(client, channel, 'channel');
  try {
    await requestLogging(ctx, {
      no,
      expectedVersion,
      requestKey,
      sendAttachments,
      followUp: followUp?.includes('yes') ?? false,
      ...(channel ? { channel } : {}),
    });
    return undefined;
  } catch (error) {
    if (error instanceof NotLoggableError)
      return { update: await loadLogModal(ctx, no, current, [], sendAttachments) };
    if (!hasMovedOn(error)) throw error;
    return { update: await loadLogModal(ctx, no, current, movedOnBlocks(ctx, error, []), sendAttachments) };
  }
}

const shown = ({ place }: ActionRequest<unknown>) => {
  if (place.kind !== 'modal') throw new OutdatedControlError();
  return readMetadata(ids.logView, place.view);
};

/** Does something about a problem, and shows what is left of them; a change that comes too late is told there too. */
async function change(
  request: ActionRequest<unknown>,
  work: () => Promise<KnownBlock[]>,
  sending?: boolean,
): Promise<void> {
  const { ctx, log, updateView } = request;
  const { no, current, send } = shown(request);
  let lead: KnownBlock[];
  try {
    lead = await work();
  } catch (error) {
    lead = hasMovedOn(error)
      ? movedOnBlocks(ctx, error, [])
      : [section(describeProblem(ctx.locale, error, log).text)];
  }
  await updateView(await loadLogModal(ctx, no, current, lead, sending ?? send));
}

async function carryOut(request: ActionRequest<unknown>, fix: Fix): Promise<KnownBlock[]> {
  const { ctx, requestKey } = request;
  const { no, version: expectedVersion } = shown(request);
  return done(request, await fixProblem(ctx, { no, expectedVersion, requestKey, fix }));
}

const choose = (request: ActionRequest<string | null>, how: 'salesperson' | 'template') =>
  change(request, async () => (request.value ? carryOut(request, { how, code: request.value }) : []));

/** What a fix did, with the way back. */
function done({ ctx }: ActionRequest<unknown>, result: StepResult): KnownBlock[] {
  const { segmentNo: no, version, canUndo, did } = result;
  const undo = button(ids.undoFixAction, { no, version }, words(ctx.locale, 'log.fix.undo'));
  return [section(stepSentence(ctx.locale, result), canUndo && did === 'step' ? { accessory: undo } : {})];
}
