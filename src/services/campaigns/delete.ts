import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { campaigns } from '../../db/schema/index.ts';
import { tellDeleted } from '../delivery/tell-deleted.ts';
import { letGo, segmentsWith } from '../segments/segments-with.ts';
import { lockCampaign } from './find-campaign.ts';
import { requireOrganizer } from './may-organize.ts';

const deleteCampaignInput = z.object({
  campaignNo: z.string().max(20),
  requestKey: z.string().max(200).optional(),
});

/**
 * Deletes a campaign that nothing refers to, with its target group; its cards in channels say so. What undo or redo can
 * bring back counts too. Business Central deletes the campaign's entries with it (`domain.md` §3.8); here what was logged
 * for a campaign stays explained: one that was used is given another status instead.
 * @throws ForbiddenError outsider, organizers_only
 * @throws NotFoundError campaign_not_found
 * @throws ConflictError campaign_in_use (segments, interactions, templates, tasks, opportunities)
 */
export async function deleteCampaign(
  ctx: MemberContext,
  input: z.input<typeof deleteCampaignInput>,
): Promise<{ no: string }> {
  const { campaignNo, requestKey } = deleteCampaignInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { id, no, description } = await lockCampaign(inner, campaignNo);
    await requireOrganizer(inner, id);
    const use = await countUse(inner, id, no);
    if (use.segments + use.interactions + use.templates + use.tasks + use.opportunities > 0) {
      throw new ConflictError('campaign_in_use', { no, ...use });
    }
    await letGo(inner, 'campaign', id);
    await inner.tx
      .delete(campaigns)
      .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, id)));
    await tellDeleted(inner, [`campaign:${id}`, `campaign-moved:${id}`], {
      what: 'campaign',
      name: no,
      description,
    });
    await audit(inner, { action: 'campaign.delete', subject: 'campaign', subjectId: no });
    return { no };
  });
}

const use = z.object({
  segments: z.coerce.number(),
  interactions: z.coerce.number(),
  templates: z.coerce.number(),
  tasks: z.coerce.number(),
  opportunities: z.coerce.number(),
});

async function countUse(ctx: TransactionContext, id: number, no: string): Promise<z.infer<typeof use>> {
  const here = sql`workspace_id = ${ctx.workspaceId} and campaign_id = ${id}`;
  const [row] = await ctx.tx.execute(sql`
    select
      (select count(*) from (
        ${segmentsWith(ctx.workspaceId, 'campaign', sql`${id}`, sql`${no}::text`)}
      ) used) as segments,
      (select count(*) from interaction_log_entries where ${here})
        + (select count(*) from campaign_entries where ${here}) as interactions,
      (select count(*) from interaction_templates where ${here}) as templates,
      (select count(*) from tasks where ${here} and kind = 'organizer') as tasks,
      (select count(*) from opportunities where ${here}) as opportunities`);
  return use.parse(row);
}
