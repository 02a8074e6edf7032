import { and, eq } from 'drizzle-orm';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaigns } from '../../db/schema/index.ts';
import { findTemplate } from '../setup/find-codes.ts';

export interface TemplateDefaults {
  /** Decimal string; minutes. */
  cost: string;
  duration: number;
  campaign: { no: string; description: string } | null;
  campaignResponse: boolean;
}

/** What a template gives an interaction where nothing else is said. @throws InvalidError template_not_found */
export async function templateDefaults(ctx: MemberContext, code: string): Promise<TemplateDefaults> {
  requireInsider(ctx);
  const { unitCost, unitDuration, campaignId, campaignResponse } = await findTemplate(ctx, code);
  const [campaign] =
    campaignId === null
      ? []
      : await executor(ctx)
          .select({ no: campaigns.no, description: campaigns.description })
          .from(campaigns)
          .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, campaignId)));
  return { cost: unitCost, duration: unitDuration, campaign: campaign ?? null, campaignResponse };
}
