import { sql } from 'drizzle-orm';
import { executor, type MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findSegment } from '../segments/find-segment.ts';
import {
  type ContactCounts,
  contactCounts,
  countColumns,
  opportunityLines,
  requireWhole,
} from './segment-lines.ts';

export interface OpportunitiesPreview extends Pick<ContactCounts, 'contacts' | 'blocked' | 'existing'> {
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
  const lines = await opportunityLines(ctx, segment);
  const [found] = await executor(ctx).execute(sql`select ${countColumns} from (${lines}) line`);
  const counts = contactCounts.parse(found);
  requireWhole(no, counts);
  const { contacts, blocked, existing } = counts;
  return { no, description, version, contacts, blocked, existing };
}
