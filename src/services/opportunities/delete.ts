import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError, ForbiddenError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { opportunities } from '../../db/schema/index.ts';
import { refreshSingles } from '../interactions/refresh-log.ts';
import { slackUserOf } from '../saved-criteria/slack-user.ts';
import { lockOpportunity } from './find-opportunity.ts';
import { refreshCampaigns } from './refresh.ts';
import type { OpportunityRow } from './types.ts';

const deleteOpportunityInput = z.object({
  opportunityNo: z.string().max(20),
  requestKey: z.string().max(200).optional(),
});

/** Whether somebody may delete an opportunity: whoever created it, managers and admins; one in progress nobody. */
export const mayDeleteOpportunity = (
  { actor }: Pick<MemberContext, 'actor'>,
  { createdBy, status }: Pick<OpportunityRow, 'createdBy' | 'status'>,
): boolean => status !== 'in-progress' && (actor.memberId === createdBy || actor.isManager || actor.isAdmin);

/**
 * Deletes an opportunity for good, with its comments; not while it is in progress (`domain.md` §7). Its number is not used
 * again, and its interaction may have another one.
 * @throws ForbiddenError outsider, not_yours_to_delete (no, by)
 * @throws NotFoundError opportunity_not_found
 * @throws ConflictError opportunity_in_progress (no)
 */
export async function deleteOpportunity(
  ctx: MemberContext,
  input: z.input<typeof deleteOpportunityInput>,
): Promise<{ no: string }> {
  requireInsider(ctx);
  const { opportunityNo, requestKey } = deleteOpportunityInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const row = await lockOpportunity(inner, opportunityNo);
    const { id, no, status, campaignId, entryId, createdBy } = row;
    if (status === 'in-progress') throw new ConflictError('opportunity_in_progress', { no });
    if (!mayDeleteOpportunity(inner, row)) {
      throw new ForbiddenError('not_yours_to_delete', { no, by: await slackUserOf(inner, createdBy) });
    }
    await inner.tx
      .delete(opportunities)
      .where(and(eq(opportunities.workspaceId, ctx.workspaceId), eq(opportunities.id, id)));
    const detail = { status };
    await audit(inner, { action: 'opportunity.delete', subject: 'opportunity', subjectId: no, detail });
    if (entryId !== null) await refreshSingles(inner, [entryId]);
    await refreshCampaigns(inner, [campaignId]);
    return { no };
  });
}
