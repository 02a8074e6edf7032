import { and, asc, count, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaignStatuses, campaigns, salespeople } from '../../db/schema/index.ts';
import type { CampaignSummary } from './types.ts';

const listCampaignsInput = z.object({
  /** `mine`: those the member owns. */
  scope: z.enum(['mine', 'all']).default('all'),
  /** Part of the number or the description. */
  search: z.string().max(200).default(''),
  statusCode: z.string().max(20).optional(),
  /** 1-based position of the first one. */
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(10),
});

export interface CampaignList {
  campaigns: CampaignSummary[];
  total: number;
}

/** Campaigns, the last to start first, those without a date at the end. */
export async function listCampaigns(
  ctx: MemberContext,
  input: z.input<typeof listCampaignsInput> = {},
): Promise<CampaignList> {
  requireInsider(ctx);
  const { scope, search, statusCode, from, limit } = listCampaignsInput.parse(input);
  const { salespersonCode } = ctx.actor;
  if (scope === 'mine' && salespersonCode === null) return { campaigns: [], total: 0 };
  const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const wanted = and(
    eq(campaigns.workspaceId, ctx.workspaceId),
    scope === 'mine' ? eq(campaigns.salespersonCode, salespersonCode ?? '') : undefined,
    search.trim() === '' ? undefined : or(ilike(campaigns.no, like), ilike(campaigns.description, like)),
    statusCode === undefined ? undefined : eq(campaigns.statusCode, statusCode.toUpperCase()),
  );
  const rows = await selectSummaries(ctx, wanted)
    .orderBy(sql`${campaigns.startingDate} desc nulls last`, asc(campaigns.no))
    .limit(limit)
    .offset(from - 1);
  const [total] = await executor(ctx).select({ value: count() }).from(campaigns).where(wanted);
  return { campaigns: rows, total: total?.value ?? 0 };
}

/** Campaigns with the names behind their codes. */
export const selectSummaries = (ctx: Context, wanted: SQL | undefined) =>
  executor(ctx)
    .select({
      id: campaigns.id,
      no: campaigns.no,
      description: campaigns.description,
      startingDate: campaigns.startingDate,
      endingDate: campaigns.endingDate,
      status: { code: campaignStatuses.code, description: campaignStatuses.description },
      salesperson: { code: salespeople.code, description: salespeople.description },
      activated: sql<boolean>`exists (
        select from campaign_targets t
        where t.workspace_id = campaigns.workspace_id and t.campaign_id = campaigns.id
      )`,
    })
    .from(campaigns)
    .leftJoin(
      campaignStatuses,
      and(
        eq(campaignStatuses.workspaceId, campaigns.workspaceId),
        eq(campaignStatuses.code, campaigns.statusCode),
      ),
    )
    .leftJoin(
      salespeople,
      and(
        eq(salespeople.workspaceId, campaigns.workspaceId),
        eq(salespeople.code, campaigns.salespersonCode),
      ),
    )
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), wanted))
    .$dynamic();
