import type { KnownBlock, ModalView } from '@slack/types';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import { MAX_COMMENT } from '../../services/approvals/decide-request.ts';
import type { ApprovalRequestView } from '../../services/approvals/types.ts';
import {
  actions,
  alert,
  contactsAmount,
  context,
  divider,
  durationAmount,
  header,
  input,
  modal,
  section,
  textInput,
} from '../blocks/index.ts';
import { SHORT } from '../interactions/facts.ts';
import type { Reader } from '../segments/reader.ts';
import { clip, data, dateMention, type Mrkdwn, mention, say, words } from '../text.ts';
import { requestFacts, sampleList, stepList } from './facts.ts';
import * as ids from './ids.ts';
import { decisionButtons, outcomeWords, unreachedWords } from './messages.ts';

/** Approving, with a comment if wanted. */
export function approveModal(locale: Locale, view: ApprovalRequestView): ModalView {
  const about = say(locale, 'approvals.modal.approve.about', {
    no: view.segmentNo,
    description: data(view.description, SHORT),
    contacts: contactsAmount(locale, view.counts),
    cost: formatMoney(locale, view.cost, view.currency),
    duration: durationAmount(locale, view.duration),
  });
  return decisionModal(locale, view, {
    id: ids.approveView,
    title: 'approvals.modal.approve',
    submit: 'approvals.approve',
    about,
    field: input(
      'comment',
      words(locale, 'approvals.comment'),
      textInput('comment', { multiline: true, maxLength: MAX_COMMENT }),
      { optional: true, hint: words(locale, 'approvals.comment.hint') },
    ),
  });
}

/** Rejecting, which needs a reason. */
export function rejectModal(locale: Locale, view: ApprovalRequestView): ModalView {
  const about = say(locale, 'approvals.modal.reject.about', {
    no: view.segmentNo,
    description: data(view.description, SHORT),
    by: mention(view.requestedBy.slackUserId),
  });
  return decisionModal(locale, view, {
    id: ids.rejectView,
    title: 'approvals.modal.reject',
    submit: 'approvals.reject',
    about,
    field: input(
      'reason',
      words(locale, 'approvals.reason'),
      textInput('reason', { multiline: true, maxLength: MAX_COMMENT }),
      { hint: words(locale, 'approvals.reason.hint') },
    ),
  });
}

interface DecisionParts {
  id: typeof ids.approveView;
  title: 'approvals.modal.approve' | 'approvals.modal.reject';
  submit: 'approvals.approve' | 'approvals.reject';
  about: Mrkdwn;
  field: KnownBlock;
}

const decisionModal = (locale: Locale, view: ApprovalRequestView, parts: DecisionParts): ModalView =>
  modal({
    id: parts.id,
    metadata: { request: view.requestId },
    title: words(locale, parts.title),
    submit: words(locale, parts.submit),
    close: words(locale, 'common.cancel'),
    blocks: [section(parts.about), parts.field],
  });

const STEPS_SHOWN = 20;
const SAMPLE_SHOWN = 10;

/** All evidence, with the buttons for those who may decide, and the reason for those who may not. */
export function detailsModal(reader: Reader, view: ApprovalRequestView, whyNot?: Mrkdwn): ModalView {
  const { locale, timeZone } = reader;
  const sample = sampleList(locale, view, SAMPLE_SHOWN);
  const by = mention(view.requestedBy.slackUserId);
  return modal({
    id: ids.detailsView,
    metadata: { request: view.requestId },
    title: words(locale, 'approvals.modal.details'),
    close: words(locale, 'common.close'),
    blocks: [
      header(`${view.segmentNo} ${clip(view.description, SHORT)}`),
      section(
        view.status === 'pending'
          ? say(locale, 'approvals.ask', { by, contacts: contactsAmount(locale, view.counts) })
          : outcomeWords(reader, view),
        { fields: requestFacts(locale, view) },
      ),
      // What is on the segment by now is not what this request was about.
      ...(view.status === 'voided' || view.steps.length === 0
        ? []
        : [divider(), section(stepList(reader, view, STEPS_SHOWN)), ...(sample ? [section(sample)] : [])]),
      context(say(locale, 'approvals.asked-by', { by, at: dateMention(view.requestedAt, timeZone) })),
      ...unreached(locale, view),
      ...(view.mayDecide ? [actions(decisionButtons(locale, view).slice(0, 2))] : []),
      ...(whyNot ? [alert(say(locale, 'approvals.cannot', { why: whyNot }), 'info')] : []),
    ],
  });
}

function unreached(locale: Locale, { status, unreached: list }: ApprovalRequestView): KnownBlock[] {
  if (status !== 'pending' || list.length === 0) return [];
  return [context(unreachedWords(locale, list))];
}
