import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaigns, opportunities } from '../../db/schema/index.ts';
import { findSalesperson } from '../setup/find-codes.ts';
import { type CampaignColumns, chooseCampaign, NO_CAMPAIGN } from './choose-campaign.ts';
import { isEstimate, opportunityChanges, resolveFacts } from './fields.ts';
import { lockActive } from './find-opportunity.ts';
import { refreshCampaigns } from './refresh.ts';
import type { OpportunityRow } from './types.ts';

const editOpportunityInput = opportunityChanges.extend({
  opportunityNo: z.string().max(20),
  /** The version the person looked at; an opportunity that moved on since is not changed. */
  expectedVersion: z.number().int().optional(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Changes an opportunity; what is left out stays. The first estimate sets it In Progress (`domain.md` §4.13). Nothing
 * happens where nothing would change. A salesperson who was blocked since may stay.
 * @throws ForbiddenError outsider
 * @throws NotFoundError, ConflictError as `lockActive`
 * @throws InvalidError as `resolveFacts` and `chooseCampaign`; salesperson_not_found (field salesperson)
 */
export async function editOpportunity(
  ctx: MemberContext,
  input: z.input<typeof editOpportunityInput>,
): Promise<{ no: string; changed: string[] }> {
  requireInsider(ctx);
  const { opportunityNo, expectedVersion, requestKey, ...wanted } = editOpportunityInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const row = await lockActive(inner, opportunityNo, expectedVersion);
    const facts = resolveFacts(inner, row, wanted);
    const after = {
      ...facts,
      ...(await campaignOf(inner, row, wanted.campaignNo)),
      salespersonCode: await salespersonOf(inner, row, wanted.salespersonCode),
      status: isEstimate(row, facts) ? ('in-progress' as const) : row.status,
    };
    const changed = (Object.keys(after) as (keyof typeof after)[])
      .filter((field) => after[field] !== row[field])
      .map(String);
    if (changed.length === 0) return { no: row.no, changed };
    await inner.tx
      .update(opportunities)
      .set({ ...after, version: sql`${opportunities.version} + 1` })
      .where(and(eq(opportunities.workspaceId, ctx.workspaceId), eq(opportunities.id, row.id)));
    await audit(inner, {
      action: 'opportunity.edit',
      subject: 'opportunity',
      subjectId: row.no,
      detail: { fields: changed },
    });
    await refreshCampaigns(inner, [row.campaignId, after.campaignId]);
    return { no: row.no, changed };
  });
}

/** One that stays is not asked about again: a campaign may be over by now. */
async function campaignOf(
  ctx: TransactionContext,
  row: OpportunityRow,
  wanted: string | null | undefined,
): Promise<CampaignColumns> {
  const { campaignId, segmentId, segmentDescription } = row;
  if (wanted === undefined) return { campaignId, segmentId, segmentDescription };
  const now = campaignId === null ? null : await numberOf(ctx, campaignId);
  if ((wanted?.toUpperCase() || null) === now) return { campaignId, segmentId, segmentDescription };
  return wanted ? chooseCampaign(ctx, wanted, row.createdOn) : NO_CAMPAIGN;
}

async function numberOf(ctx: TransactionContext, id: number): Promise<string | null> {
  const [found] = await ctx.tx
    .select({ no: campaigns.no })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, id)));
  return found?.no ?? null;
}

async function salespersonOf(
  ctx: TransactionContext,
  { salespersonCode: now }: OpportunityRow,
  wanted: string | null | undefined,
): Promise<string> {
  return wanted && wanted !== now ? (await findSalesperson(ctx, wanted)).code : now;
}
