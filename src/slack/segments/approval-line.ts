import type { SegmentCard } from '../../services/segments/types.ts';
import { clip, dateMention, type Mrkdwn, mention, say } from '../text.ts';
import type { Reader } from './reader.ts';

/** Where a segment stands with its approval, in one line; undefined when there is nothing to say. */
export function approvalLine(
  { locale, timeZone }: Pick<Reader, 'locale' | 'timeZone'>,
  card: SegmentCard,
): Mrkdwn | undefined {
  const { approval, needsApproval, header } = card;
  if (header.state === 'logged') return undefined;
  if (!approval) return needsApproval ? say(locale, 'segments.card.approvalNeeded') : undefined;
  const by = mention((approval.decidedBy ?? approval.requestedBy).slackUserId);
  const when = approval.decidedAt ? dateMention(approval.decidedAt, timeZone) : '';
  switch (approval.status) {
    case 'pending':
      return say(locale, 'segments.card.pending', { by: mention(approval.requestedBy.slackUserId) });
    case 'approved':
      return say(locale, 'segments.card.approvedBy', { by, when });
    case 'rejected':
      return say(locale, 'segments.card.rejectedBy', { by, when, comment: clip(approval.comment, 300) });
    case 'voided':
      return say(locale, 'segments.card.voided');
  }
}
