import type { MemberContext } from '../../core/context.ts';
import type { Counts } from '../segments/types.ts';
import { countOutcomes } from './count-outcomes.ts';
import { findLogged } from './find-logged.ts';
import type { FollowUpOutcome } from './outcomes.ts';

export interface FollowUpChoices {
  entryNo: number;
  segmentNo: string;
  description: string;
  counts: Record<FollowUpOutcome, Counts>;
}

/** Whom a logged segment can be followed up with. @throws NotFoundError logged_segment_not_found */
export async function showChoices(ctx: MemberContext, input: { entryNo: number }): Promise<FollowUpChoices> {
  const { logged } = await findLogged(ctx, input);
  const { id, entryNo, segmentNo, description } = logged;
  return { entryNo, segmentNo, description, counts: await countOutcomes(ctx, { loggedSegmentId: id }) };
}
