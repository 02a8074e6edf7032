import { z } from 'zod';
import { ConflictError, ForbiddenError } from '../../core/errors.ts';
import type { Locale } from '../../i18n/translate.ts';
import { approveRequest, rejectRequest } from '../../services/approvals/decide-request.ts';
import { showRequest } from '../../services/approvals/show-request.ts';
import { submitSegment } from '../../services/approvals/submit-segment.ts';
import type { ApprovalRequestView } from '../../services/approvals/types.ts';
import { message, type SlackMessage, section } from '../blocks/index.ts';
import { describeAppError } from '../errors.ts';
import type { SlackHost } from '../host.ts';
import { type ActionRequest, type CommandRequest, onAction, onView } from '../listener.ts';
import { loadCard } from '../segments/load-card.ts';
import { readerOf } from '../segments/reader.ts';
import { showCard } from '../segments/show-in.ts';
import type { Mrkdwn } from '../text.ts';
import { stepsOf } from './facts.ts';
import * as ids from './ids.ts';
import { submittedMessage } from './messages.ts';
import { approveModal, detailsModal, rejectModal } from './modals.ts';

const commentForm = z.object({ comment: z.string().nullish() });
const reasonForm = z.object({ reason: z.string().nullish() });

/** Approving, rejecting and submitting. */
export function registerApprovals(host: SlackHost): void {
  onAction(host, ids.approveAction, (request) => openDecision(request, approveModal));
  onAction(host, ids.rejectAction, (request) => openDecision(request, rejectModal));
  onAction(host, ids.detailsAction, async ({ ctx, value, openView }) => {
    const view = await showRequest(ctx, { requestId: value.request });
    const whyNot = view.status === 'pending' ? refusalWords(ctx.locale, view) : undefined;
    await openView(detailsModal(await readerOf(ctx, stepsOf(view)), view, whyNot));
  });
  // Cleared rather than closed: below may lie the details, with buttons that do not work any more.
  onView(host, ids.approveView, async ({ ctx, form, metadata }) => {
    const { comment } = commentForm.parse(form);
    await approveRequest(ctx, { requestId: metadata.request, comment: comment ?? '' });
    return { clear: true };
  });
  onView(host, ids.rejectView, async ({ ctx, form, metadata }) => {
    const { reason } = reasonForm.parse(form);
    await rejectRequest(ctx, { requestId: metadata.request, reason: reason ?? '' });
    return { clear: true };
  });
  onAction(host, ids.submitAction, submitFromCard);
}

/** Opens the form for a decision, or says why there is nothing to decide: messages may be older than the request. */
async function openDecision(
  { ctx, value, openView, reply }: ActionRequest<{ request: number }>,
  modal: (locale: Locale, view: ApprovalRequestView) => Parameters<typeof openView>[0],
): Promise<void> {
  const view = await showRequest(ctx, { requestId: value.request });
  const whyNot = refusalWords(ctx.locale, view);
  if (whyNot) return reply(message(whyNot, [section(whyNot)]));
  await openView(modal(ctx.locale, view));
}

/** Why the reader cannot decide, if so. */
export function refusalWords(locale: Locale, view: ApprovalRequestView): Mrkdwn | undefined {
  const { whyNot, status, decision, segmentNo: no } = view;
  switch (whyNot) {
    case null:
      return undefined;
    case 'already_decided':
      return describeAppError(
        locale,
        new ConflictError(whyNot, { status, by: decision?.by.slackUserId ?? '' }),
      ).text;
    case 'request_voided':
      return describeAppError(locale, new ConflictError(whyNot, { no })).text;
    default:
      return describeAppError(locale, new ForbiddenError(whyNot, { no })).text;
  }
}

/** The card's Submit: the card then shows that the segment waits. */
async function submitFromCard(request: ActionRequest<{ no: string; version: number }>): Promise<void> {
  const { ctx, value, requestKey } = request;
  const { no, version: expectedVersion } = value;
  const result = await submitSegment(ctx, { no, expectedVersion, requestKey });
  const { blocks } = submittedMessage(ctx.locale, result);
  await showCard(request, await loadCard(ctx, { no }), blocks);
}

/** `/segment submit NO`. */
export async function submitForApproval(request: CommandRequest, no: string): Promise<SlackMessage> {
  const { ctx, requestKey } = request;
  return submittedMessage(ctx.locale, await submitSegment(ctx, { no, requestKey }));
}
