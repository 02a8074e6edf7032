import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { ForbiddenError } from '../../core/errors.ts';
import { members } from '../../db/schema/index.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { readSettings } from '../setup/read-settings.ts';
import { builders, campaignOwner } from './approvers.ts';

type Refusal = 'outsider' | 'not_an_approver' | 'own_request';

/**
 * Whether a member may decide on a request as things are now; being asked, or seeing the button, is no authority.
 * @returns the code of the refusal, or null when the member may
 */
export async function refusalFor(
  ctx: Context,
  memberId: number,
  request: { requestedBy: number },
  segment: Pick<SegmentRow, 'no' | 'campaignId' | 'createdBy' | 'changedBy'>,
): Promise<Refusal | null> {
  const [member] = await executor(ctx)
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, memberId)));
  if (!member || member.outsider || member.deactivated) return 'outsider';
  const owner = await campaignOwner(ctx, segment.campaignId);
  const ownsCampaign = owner !== null && member.salespersonCode === owner;
  if (!member.isManager && !ownsCampaign) return 'not_an_approver';
  const { allowOwnApproval } = await readSettings(ctx);
  if (allowOwnApproval) return null;
  const built = await builders(ctx, segment);
  return built.has(memberId) || request.requestedBy === memberId ? 'own_request' : null;
}

/** @throws ForbiddenError outsider, not_an_approver, own_request */
export async function requireMayDecide(...args: Parameters<typeof refusalFor>): Promise<void> {
  const refusal = await refusalFor(...args);
  if (refusal) throw new ForbiddenError(refusal);
}
