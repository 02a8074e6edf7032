import type { MemberContext } from '../../core/context.ts';
import { ConflictError, InvalidError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findSegment } from '../segments/find-segment.ts';
import { opportunityLines, type SegmentLinesCount } from './segment-lines.ts';

export interface OpportunitiesPreview extends Pick<SegmentLinesCount, 'contacts' | 'blocked' | 'existing'> {
  no: string;
  description: string;
  version: number;
}

/**
 * How many opportunities a segment would make, before they are asked for (`domain.md` §4.12).
 * @throws ForbiddenError outsider
 * @throws NotFoundError segment_not_found, segment_deleted
 * @throws ConflictError segment_logged
 * @throws InvalidError segment_empty, description_missing
 */
export async function previewOpportunities(
  ctx: MemberContext,
  input: { no: string },
): Promise<OpportunitiesPreview> {
  requireInsider(ctx);
  const segment = await findSegment(ctx, input.no);
  const { no, description, version, state } = segment;
  if (state === 'logged') throw new ConflictError('segment_logged', { no });
  const { counts } = await opportunityLines(ctx, segment);
  const { contacts, blocked, existing, untitled } = counts;
  if (contacts === 0) throw new InvalidError('segment_empty', { no });
  if (untitled > 0) throw new InvalidError('description_missing', { no });
  return { no, description, version, contacts, blocked, existing };
}
