import { and, count, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../../core/context.ts';
import { ConflictError, InvalidError } from '../../../core/errors.ts';
import { once } from '../../../core/once.ts';
import { campaignTargets } from '../../../db/schema/index.ts';
import { type CampaignRow, lockCampaign } from '../find-campaign.ts';
import { requireOrganizer } from '../may-organize.ts';
import { refreshCampaign } from '../refresh.ts';
import { entryIsTarget, lineIsTarget, targetOf } from './sources.ts';

const activateInput = z.object({
  campaignNo: z.string().max(20),
  requestKey: z.string().max(200).optional(),
});
type ActivateInput = z.input<typeof activateInput>;

/**
 * Activates a campaign: the companies of all lines and interactions with Campaign Target become its target group
 * (`domain.md` §4.9). One that is active already gets those that are missing.
 * @throws ForbiddenError outsider, organizers_only
 * @throws NotFoundError campaign_not_found
 * @throws InvalidError no_targets
 */
export async function activateCampaign(
  ctx: MemberContext,
  input: ActivateInput,
): Promise<{ no: string; targets: number; added: number }> {
  const { campaignNo, requestKey } = activateInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const campaign = await lockCampaign(inner, campaignNo);
    await requireOrganizer(inner, campaign.id);
    const before = await countTargets(inner, campaign.id);
    await fill(inner, campaign);
    const targets = await countTargets(inner, campaign.id);
    if (targets === 0) throw new InvalidError('no_targets', { no: campaign.no });
    await audit(inner, {
      action: 'campaign.activate',
      subject: 'campaign',
      subjectId: campaign.no,
      detail: { before, targets },
    });
    await refreshCampaign(inner, campaign.id);
    return { no: campaign.no, targets, added: targets - before };
  });
}

/**
 * Empties the target group: the campaign is not activated any more.
 * @throws ForbiddenError outsider, organizers_only
 * @throws NotFoundError campaign_not_found
 * @throws ConflictError campaign_not_activated
 */
export async function deactivateCampaign(
  ctx: MemberContext,
  input: ActivateInput,
): Promise<{ no: string; targets: number }> {
  const { campaignNo, requestKey } = activateInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const campaign = await lockCampaign(inner, campaignNo);
    await requireOrganizer(inner, campaign.id);
    const { count: targets } = await inner.tx
      .delete(campaignTargets)
      .where(
        and(eq(campaignTargets.workspaceId, ctx.workspaceId), eq(campaignTargets.campaignId, campaign.id)),
      );
    if (targets === 0) throw new ConflictError('campaign_not_activated', { no: campaign.no });
    await audit(inner, {
      action: 'campaign.deactivate',
      subject: 'campaign',
      subjectId: campaign.no,
      detail: { targets },
    });
    await refreshCampaign(inner, campaign.id);
    return { no: campaign.no, targets };
  });
}

async function countTargets(ctx: TransactionContext, campaignId: number): Promise<number> {
  const [row] = await ctx.tx
    .select({ value: count() })
    .from(campaignTargets)
    .where(and(eq(campaignTargets.workspaceId, ctx.workspaceId), eq(campaignTargets.campaignId, campaignId)));
  return row?.value ?? 0;
}

async function fill(ctx: TransactionContext, { id, no }: CampaignRow): Promise<void> {
  const { workspaceId } = ctx;
  const contact = sql`join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id`;
  await ctx.tx.execute(sql`
    insert into campaign_targets (workspace_id, campaign_id, contact_id, added_at)
    select ${workspaceId}::bigint, ${id}::bigint, k.id, ${ctx.now().toISOString()}::timestamptz
    from (
      select ${targetOf} as id
      from segments s
      join segment_lines l on l.workspace_id = s.workspace_id and l.segment_id = s.id and l.live ${contact}
      where s.workspace_id = ${workspaceId} and s.campaign_id = ${id} and ${lineIsTarget}
        and not coalesce(l.own ? 'campaignNo', false)
      union
      select ${targetOf}
      from segment_lines l
      join segments s on s.workspace_id = l.workspace_id and s.id = l.segment_id ${contact}
      where l.workspace_id = ${workspaceId} and l.own is not null and l.live and l.own ->> 'campaignNo' = ${no}
        and ${lineIsTarget}
      union
      select coalesce(e.company_id, e.contact_id)
      from interaction_log_entries e
      where e.workspace_id = ${workspaceId} and e.campaign_id = ${id} and ${entryIsTarget}
    ) found
    join contacts k on k.workspace_id = ${workspaceId} and k.id = found.id
    on conflict do nothing`);
}
