import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { ApprovalRequestView, SubmitResult } from '../../services/approvals/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  header,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { SHORT } from '../interactions/facts.ts';
import { logAction } from '../interactions/ids.ts';
import { showAction } from '../segments/ids.ts';
import type { Reader } from '../segments/reader.ts';
import { clip, data, dateMention, join, type Mrkdwn, md, mention, say, words } from '../text.ts';
import { changeWords, requestFacts, sampleList, stepList } from './facts.ts';
import * as ids from './ids.ts';

const SAMPLE_SHOWN = 5;
const STEPS_SHOWN = 8;

const nameOf = (view: ApprovalRequestView) => ({
  no: view.segmentNo,
  description: data(view.description, SHORT),
});
const plainName = (view: ApprovalRequestView) => ({
  no: view.segmentNo,
  description: clip(view.description, SHORT),
});

/** The message an approver gets: evidence and buttons while the request is open, the decision afterwards. */
export function approvalMessage(reader: Reader, view: ApprovalRequestView): SlackMessage {
  return view.status === 'pending' ? askMessage(reader, view) : decidedMessage(reader, view);
}

function askMessage(reader: Reader, view: ApprovalRequestView): SlackMessage {
  const { locale, timeZone } = reader;
  const by = mention(view.requestedBy.slackUserId);
  const contacts = contactsAmount(locale, view.counts);
  const sample = sampleList(locale, view, SAMPLE_SHOWN);
  return message(say(locale, 'approvals.ask.summary', { by, contacts, ...nameOf(view) }), [
    header(words(locale, 'approvals.ask.title', plainName(view))),
    section(say(locale, 'approvals.ask', { by, contacts }), { fields: requestFacts(locale, view) }),
    section(stepList(reader, view, STEPS_SHOWN)),
    ...(sample ? [section(sample)] : []),
    actions(decisionButtons(locale, view)),
    context(say(locale, 'approvals.asked-at', { at: dateMention(view.requestedAt, timeZone) })),
  ]);
}

/** Approve, Reject and Details of an open request. */
export function decisionButtons(locale: Locale, view: ApprovalRequestView) {
  const value = { request: view.requestId, version: view.segmentVersion };
  const label = (key: 'approve' | 'reject' | 'details') =>
    words(locale, `approvals.${key}.label`, plainName(view));
  return [
    button(ids.approveAction, value, words(locale, 'approvals.approve'), {
      style: 'primary',
      label: label('approve'),
    }),
    button(ids.rejectAction, value, words(locale, 'approvals.reject'), {
      style: 'danger',
      label: label('reject'),
    }),
    button(ids.detailsAction, value, words(locale, 'approvals.details'), { label: label('details') }),
  ];
}

function decidedMessage(reader: Reader, view: ApprovalRequestView): SlackMessage {
  const { locale, timeZone } = reader;
  const outcome = outcomeWords(reader, view);
  const title = say(locale, titleKey(view), nameOf(view));
  const asked = say(locale, 'approvals.asked-by', {
    by: mention(view.requestedBy.slackUserId),
    at: dateMention(view.requestedAt, timeZone),
  });
  return message(join([title, outcome], '. '), [
    header(words(locale, titleKey(view), plainName(view))),
    section(outcome, { fields: requestFacts(locale, view) }),
    ...quoted(view),
    context(asked),
  ]);
}

const titleKey = (view: ApprovalRequestView) =>
  view.status === 'pending' ? ('approvals.ask.title' as const) : (`approvals.${view.status}.title` as const);

/** What became of a request, in one sentence. */
export function outcomeWords({ locale, timeZone }: Reader, view: ApprovalRequestView): Mrkdwn {
  const { decision, status } = view;
  if (wasDeleted(view)) return say(locale, 'approvals.deleted');
  if (status === 'voided')
    return say(locale, 'approvals.voided', { change: changeWords(locale, view.change) });
  if (status === 'pending' || !decision) return say(locale, 'approvals.outcome.pending', nameOf(view));
  const by = mention(decision.by.slackUserId);
  const at = dateMention(decision.at, timeZone);
  return say(locale, `approvals.${status}`, { by, at, contacts: contactsAmount(locale, view.counts) });
}

/** The segment is no more, which made the request void. */
const wasDeleted = ({ status, change }: ApprovalRequestView): boolean =>
  status === 'voided' && (change?.fields.includes('deleted') ?? false);

/** The comment or reason, as the person wrote it. */
function quoted(view: ApprovalRequestView): KnownBlock[] {
  const comment = view.decision?.comment ?? '';
  return comment && view.status !== 'voided' ? [section(quote(comment))] : [];
}

/** Lines of a text behind a bar; 2,500 characters leave room for the bars. */
const quote = (text: string): Mrkdwn =>
  join(
    clip(text, 2500)
      .split('\n')
      .map((line) => md`> ${line}`),
  );

type Status = ApprovalRequestView['status'];

/**
 * What the person who asked is told.
 * @param told what was the news: an approval that was told keeps its message, and a later one tells that it is void
 */
export function outcomeMessage(
  reader: Reader,
  view: ApprovalRequestView,
  told: Status = view.status,
): SlackMessage {
  const { locale } = reader;
  const { decision } = view;
  const deleted = wasDeleted(view);
  const text = say(locale, outcomeKey(view, told), {
    ...nameOf(view),
    by: decision ? mention(decision.by.slackUserId) : '',
    contacts: contactsAmount(locale, view.counts),
    change: changeWords(locale, view.change),
    was: decision ? 'approval' : 'request',
  });
  const next = deleted ? [] : [actions(nextButtons(locale, view))];
  return message(text, [section(text), ...quoted(view), ...next]);
}

function outcomeKey(view: ApprovalRequestView, told: Status) {
  if (told === 'approved' && view.status === 'voided') return 'approvals.outcome.approvedOnce' as const;
  if (told === 'approved' && view.logged) return 'approvals.outcome.logged' as const;
  return wasDeleted(view) ? 'approvals.outcome.deleted' : (`approvals.outcome.${view.status}` as const);
}

/** What the person who asked is told while somebody could not be asked. */
export function unreachedMessage(locale: Locale, view: ApprovalRequestView): SlackMessage {
  const waiting = say(locale, 'approvals.outcome.pending', nameOf(view));
  const text = join([waiting, unreachedWords(locale, view.unreached)], ' ');
  return message(text, [section(text), actions([showButton(locale, view)])]);
}

/** Whom the question did not reach. */
export function unreachedWords(locale: Locale, unreached: ApprovalRequestView['unreached']): Mrkdwn {
  const people = join(
    unreached.map(({ slackUserId }) => mention(slackUserId)),
    ', ',
  );
  return say(locale, 'approvals.unreached', { people });
}

const showButton = (locale: Locale, view: ApprovalRequestView) =>
  button(showAction, { no: view.segmentNo }, words(locale, 'approvals.show'), {
    label: words(locale, 'approvals.show.label', plainName(view)),
  });

function nextButtons(locale: Locale, view: ApprovalRequestView) {
  const no = view.segmentNo;
  const show = showButton(locale, view);
  if (view.status !== 'approved' || view.logged) return [show];
  const log = button(logAction, { no, version: view.segmentVersion }, words(locale, 'approvals.log'), {
    style: 'primary',
    label: words(locale, 'approvals.log.label', plainName(view)),
  });
  return [log, show];
}

/** What the person who submits is told at once. */
export function submittedMessage(locale: Locale, result: SubmitResult): SlackMessage {
  const text = say(locale, 'approvals.submitted', {
    no: result.segmentNo,
    contacts: contactsAmount(locale, result.counts),
    approvers: join(result.approvers.map(mention), ', '),
  });
  return message(text, [section(text)]);
}
