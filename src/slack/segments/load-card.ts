import type { MemberContext } from '../../core/context.ts';
import { showSegment } from '../../services/segments/show-segment.ts';
import type { SegmentCard } from '../../services/segments/types.ts';
import { type Reader, readerOf } from './reader.ts';

export interface LoadedCard {
  card: SegmentCard;
  reader: Reader;
}

/**
 * A segment's card, with what its reader needs to read it.
 * @throws NotFoundError segment_not_found
 */
export async function loadCard(
  ctx: MemberContext,
  wanted: Parameters<typeof showSegment>[1],
): Promise<LoadedCard> {
  const card = await showSegment(ctx, wanted);
  const reader = await readerOf(
    ctx,
    card.steps.map((step) => step.input),
  );
  return { card, reader };
}
