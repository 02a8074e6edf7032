import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { allowLong, type MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { lockSegment, requireChangeable } from '../segments/lock-segment.ts';
import { refreshCampaigns } from './refresh.ts';
import { type ContactCounts, requireWhole } from './segment-lines.ts';
import { writeForSegment } from './write-for-segment.ts';

const createForSegmentInput = z.object({
  segmentNo: z.string().max(20),
  /** What happens with contacts that have an opportunity from this segment already. */
  existing: z.enum(['skip', 'add']).default('skip'),
  /** The version the person looked at; a segment that moved on since makes nothing. */
  expectedVersion: z.number().int().optional(),
  requestKey: z.string().max(200).optional(),
});

export interface OpportunitiesCreated {
  segmentNo: string;
  created: number;
  /** Contacts that had one already, and those whose privacy is blocked: both left out. */
  skipped: number;
  blocked: number;
  /** Numbers of the first and the last one; null where none was made. */
  firstNo: string | null;
  lastNo: string | null;
}

/**
 * Creates an opportunity, Not Started, for each contact of a segment (`domain.md` §4.12). Business Central makes one per
 * line, doubles them when it runs twice, and does not look at privacy; here a contact with several lines gets one, as its
 * first line has it, contacts that have one are skipped unless it is wished otherwise, and those who are blocked are left
 * out. All or nothing, in one statement however many.
 * @throws ForbiddenError outsider
 * @throws NotFoundError segment_not_found, segment_deleted
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws InvalidError segment_empty, description_missing, opportunity_salespeople_missing (no, count), number_series_missing
 */
export async function createForSegment(
  ctx: MemberContext,
  input: z.input<typeof createForSegmentInput>,
): Promise<OpportunitiesCreated> {
  requireInsider(ctx);
  const { segmentNo, existing, expectedVersion, requestKey } = createForSegmentInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    await allowLong(inner);
    // Two who do it at once: the second waits here, and sees what the first made.
    const segment = await lockSegment(inner, segmentNo);
    await requireChangeable(inner, segment, expectedVersion);
    const { counts, ...made } = await writeForSegment(inner, segment, existing);
    requireReady(segment.no, counts, existing);
    const skipped = existing === 'skip' ? counts.existing : 0;
    const wanted = counts.contacts - counts.blocked - skipped;
    if (made.created !== wanted) throw new Error(`${wanted} contacts made ${made.created} opportunities.`);
    const did = { created: made.created, skipped, blocked: counts.blocked };
    const { firstNo, lastNo } = made;
    await audit(inner, {
      action: 'opportunity.create-for-segment',
      subject: 'segment',
      subjectId: segment.no,
      detail: { ...did, firstNo, lastNo },
    });
    await refreshCampaigns(inner, made.campaignIds);
    return { segmentNo: segment.no, ...did, firstNo, lastNo };
  });
}

function requireReady(no: string, counts: ContactCounts, existing: 'skip' | 'add'): void {
  requireWhole(no, counts);
  const count = existing === 'skip' ? counts.newOrphans : counts.orphans;
  if (count > 0) throw new InvalidError('opportunity_salespeople_missing', { no, count });
}
