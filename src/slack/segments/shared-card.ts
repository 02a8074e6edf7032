import type { Button } from '@slack/types';
import type { Context } from '../../core/context.ts';
import type { Locale } from '../../i18n/translate.ts';
import { type SharedSegment, sharedSegment } from '../../services/segments/shared-segment.ts';
import { detailsAction } from '../approvals/ids.ts';
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
import { fact, namedCode } from '../interactions/facts.ts';
import { logAction, loggedShowAction } from '../interactions/ids.ts';
import { dateMention, join, type Mrkdwn, md, say, words } from '../text.ts';
import { titleOf } from './card.ts';
import { showAction } from './ids.ts';
import { type Reader, readerOf } from './reader.ts';
import { stepEffect, stepWords } from './step-words.ts';

interface Shared {
  segmentId: number;
  memberId: number;
  moved?: true | undefined;
}

/** A segment's card for the channel it was shared to, as the segment is now. @throws NotFoundError segment_not_found */
export async function sharedCardMessage(ctx: Context, { moved, ...of }: Shared): Promise<SlackMessage> {
  const shared = await sharedSegment(ctx, of);
  if (moved) return movedCard(ctx.locale, shared.header);
  const reader = await readerOf(ctx, shared.lastStep ? [shared.lastStep.input] : []);
  return sharedCard(reader, shared, of.memberId);
}

/**
 * What people in a channel want to know of a segment: what it is for, how large, where it stands, what was done last.
 * Whoever wants to work on it opens it, which nobody else sees.
 * @param sharedBy member id
 */
export function sharedCard(reader: Reader, shared: SharedSegment, sharedBy: number): SlackMessage {
  const { locale, timeZone } = reader;
  const { header: segment, logged, names } = shared;
  const { no, description, counts, state, campaign, template } = segment;
  const contacts = contactsAmount(locale, counts);
  const stands = words(locale, `segments.state.${state}`);
  const title = header(titleOf(locale, segment));
  const text = say(locale, 'segments.card.text', { no, description, contacts, state: stands });
  const changed = {
    by: nameOf(shared, segment.changedBy.memberId),
    when: dateMention(segment.changedAt, timeZone),
  };
  if (state === 'deleted') return message(text, [title, section(say(locale, 'shared.deleted', changed))]);
  const facts = [
    ...(campaign
      ? [fact(locale, 'segments.card.campaign', namedCode(locale, campaign.no, campaign.description))]
      : []),
    ...(template
      ? [fact(locale, 'segments.card.template', namedCode(locale, template.code, template.description))]
      : []),
  ];
  const approval = approvalWords(reader, shared);
  return message(text, [
    title,
    section(join([md`*${contacts}* · ${stands}`, ...lastStep(reader, shared), ...loggedAs(reader, shared)]), {
      fields: facts,
    }),
    actions(sharedButtons(locale, shared)),
    context(
      ...(logged ? [] : [say(locale, 'segments.card.changed', changed)]),
      ...(approval ? [approval] : []),
      say(locale, 'shared.by', { by: names.get(sharedBy) ?? '' }),
    ),
  ]);
}

const nameOf = ({ names }: SharedSegment, memberId: number): string => names.get(memberId) ?? '';

function lastStep(reader: Reader, { lastStep: step, header: { state } }: SharedSegment): Mrkdwn[] {
  if (!step || state === 'logged') return [];
  const effect = stepEffect(reader.locale, step);
  const what = say(reader.locale, 'shared.lastStep', { no: step.no, step: stepWords(reader, step.input) });
  return [effect ? md`${what} · ${effect}` : what];
}

function loggedAs({ locale, timeZone }: Reader, shared: SharedSegment): Mrkdwn[] {
  const { logged } = shared;
  if (!logged) return [];
  return [
    say(locale, logged.canceled ? 'shared.canceled' : 'shared.logged', {
      entry: logged.entryNo,
      by: nameOf(shared, logged.by),
      when: dateMention(logged.at, timeZone),
    }),
  ];
}

/** Where it stands with the approval; a reason for a rejection is for those who asked, not for the channel. */
function approvalWords({ locale, timeZone }: Reader, shared: SharedSegment): Mrkdwn | undefined {
  const { approval, needsApproval, header: segment } = shared;
  if (segment.state === 'logged' || segment.state === 'logging') return undefined;
  if (!approval) return needsApproval ? say(locale, 'segments.card.approvalNeeded') : undefined;
  const by = nameOf(shared, (approval.decidedBy ?? approval.requestedBy).memberId);
  const when = approval.decidedAt ? dateMention(approval.decidedAt, timeZone) : '';
  switch (approval.status) {
    case 'pending':
      return say(locale, 'segments.card.pending', { by });
    case 'approved':
      return say(locale, 'segments.card.approvedBy', { by, when });
    case 'rejected':
      return say(locale, 'shared.rejected', { by, when });
    case 'voided':
      return say(locale, 'segments.card.voided');
  }
}

/** Opening it, and what it waits for; who may do that is asked when it is pressed. */
function sharedButtons(locale: Locale, shared: SharedSegment): Button[] {
  const { approval, header: segment, logged, loggable } = shared;
  const { no, version, state } = segment;
  const label = (text: string) => ({ label: `${text} ${no}` });
  const show = words(locale, 'segments.button.show');
  const decide = words(locale, 'segments.button.decide');
  const log = words(locale, 'segments.button.log');
  const entry = words(locale, 'shared.button.entry');
  return [
    ...(loggable ? [button(logAction, { no, version }, log, { style: 'primary', ...label(log) })] : []),
    ...(state === 'submitted' && approval
      ? [
          button(detailsAction, { request: approval.requestId, version }, decide, {
            style: 'primary',
            ...label(decide),
          }),
        ]
      : []),
    ...(logged ? [button(loggedShowAction, { entry: logged.entryNo }, entry, label(entry))] : []),
    button(showAction, { no }, show, label(show)),
  ];
}

/** What is left of a card that was shared again. */
export function movedCard(
  locale: Locale,
  { no, description }: { no: string; description: string },
): SlackMessage {
  const text = say(locale, 'shared.moved', { no, description });
  return message(text, [context(text)]);
}
