import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { type PostContent, post } from '../../core/posts.ts';
import { retireCard } from '../delivery/retire-card.ts';
import { lockSegment } from './lock-segment.ts';

const shareSegmentInput = z.object({
  no: z.string().max(20),
  /** Slack channel id. */
  channel: z.string().min(1).max(50),
  requestKey: z.string().max(200).optional(),
});

/**
 * Puts a segment's card into a channel, where it stays as the segment is. A channel has one such card: shared again, it
 * comes at the end of the channel, and the one before says so.
 * @throws NotFoundError segment_not_found, segment_deleted
 */
export async function shareSegment(
  ctx: MemberContext,
  input: z.input<typeof shareSegmentInput>,
): Promise<{ segmentNo: string; channel: string }> {
  requireInsider(ctx);
  const { no, channel, requestKey } = shareSegmentInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    // Held, so that whoever changes the segment now finds the card and brings it up to date.
    const segment = await lockSegment(inner, no);
    const key = `segment-card:${segment.id}:${channel}`;
    const content: PostContent = {
      kind: 'segment-card',
      segmentId: segment.id,
      memberId: ctx.actor.memberId,
    };
    await retireCard(inner, key, {
      subject: `segment:${segment.id}`,
      content: { ...content, moved: true },
    });
    await post(inner, { key, subject: `segment-card:${segment.id}`, channel, content });
    await audit(inner, {
      action: 'segment.share',
      subject: 'segment',
      subjectId: segment.no,
      detail: { channel },
    });
    return { segmentNo: segment.no, channel };
  });
}
