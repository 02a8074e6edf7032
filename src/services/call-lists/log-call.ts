import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { localTime } from '../../core/dates/when.ts';
import { today } from '../../core/dates.ts';
import { createInteraction } from '../interactions/create-interaction.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { firstChoosable } from '../setup/find-codes.ts';
import { callTemplate } from './call-template.ts';
import { lineOf } from './line-of.ts';
import { OUTCOME_FACTS } from './outcome-facts.ts';
import type { Outcome, PastInteraction } from './types.ts';

export interface Call {
  contactId: number;
  outcome: Exclude<Outcome, 'skipped'>;
  /** Blank: as the outcome has it. */
  evaluation: PastInteraction['evaluation'];
  comment: string;
}

/**
 * Writes the interaction of a call (`domain.md` §4.10): from the template for calls, now, and else as the contact's
 * line says; the line stays.
 * @returns the entry's id
 * @throws InvalidError call_template_missing, and as `createInteraction`; ForbiddenError contact_privacy_blocked
 */
export async function logCall(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  { contactId, outcome, evaluation, comment }: Call,
): Promise<number> {
  const moment = { now: ctx.now(), timeZone: ctx.timeZone };
  const line = await lineOf(ctx, segment, contactId);
  const facts = OUTCOME_FACTS[outcome];
  const { entryId } = await createInteraction(ctx, {
    contactId,
    templateCode: await callTemplate(ctx),
    description: line.description || segment.description || segment.no,
    date: today(moment),
    time: localTime(moment),
    attemptFailed: facts.attemptFailed,
    evaluation: evaluation || facts.evaluation,
    // The caller did not choose the line's, so one who is blocked is passed over.
    salespersonCode: await firstChoosable(ctx, [line.salespersonCode]),
    campaignNo: line.campaignNo,
    campaignTarget: line.campaignTarget,
    campaignResponse: facts.response === 'line' ? line.campaignResponse : facts.response === 'yes',
    comment,
    segmentId: segment.id,
    quiet: true,
  });
  return entryId;
}
