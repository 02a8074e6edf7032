import { and, eq } from 'drizzle-orm';
import { executor, type MemberContext } from '../../core/context.ts';
import { ForbiddenError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaigns } from '../../db/schema/index.ts';

/**
 * Whether a member may set up what campaigns need: admins, managers, and whoever owns the campaign, or any campaign
 * where none is named.
 */
export async function mayOrganize(ctx: MemberContext, campaignId?: number): Promise<boolean> {
  const { isAdmin, isManager, outsider, salespersonCode } = ctx.actor;
  if (outsider) return false;
  if (isAdmin || isManager) return true;
  if (salespersonCode === null) return false;
  const [owned] = await executor(ctx)
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        eq(campaigns.salespersonCode, salespersonCode),
        campaignId === undefined ? undefined : eq(campaigns.id, campaignId),
      ),
    )
    .limit(1);
  return owned !== undefined;
}

/** @throws ForbiddenError outsider, organizers_only */
export async function requireOrganizer(ctx: MemberContext, campaignId?: number): Promise<void> {
  requireInsider(ctx);
  if (!(await mayOrganize(ctx, campaignId))) throw new ForbiddenError('organizers_only');
}
