import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { campaigns, type interactionTemplates } from '../../db/schema/index.ts';
import { templateRows } from './header-languages.ts';
import type { HeaderValues } from './header-values.ts';

type Template = typeof interactionTemplates.$inferSelect;

/**
 * What a template gives a header (`domain.md` §4.1): its campaign only if it has one, so that target and response may
 * be meant for the header's. None: what a header without a template has.
 */
export async function broughtBy(ctx: Context, template: Template | undefined) {
  const rows = template ? await templateRows(ctx, template.code) : {};
  const languageCode = template?.languageCode ?? null;
  return {
    templateCode: template?.code ?? null,
    groupCode: template?.interactionGroupCode ?? null,
    languageCode,
    subject: (languageCode === null ? undefined : rows[languageCode]?.subject) ?? '',
    languages: rows,
    unitCost: template?.unitCost ?? '0.00',
    unitDuration: template?.unitDuration ?? 0,
    informationFlow: template?.informationFlow ?? ('' as const),
    initiatedBy: template?.initiatedBy ?? ('' as const),
    correspondenceType: template?.correspondenceType ?? ('' as const),
    ignoreContactCorrespondenceType: template?.ignoreContactCorrespondenceType ?? false,
    ...(template ? await campaignOf(ctx, template) : {}),
  };
}

async function campaignOf(
  ctx: Context,
  { campaignId, campaignTarget, campaignResponse }: Template,
): Promise<Partial<HeaderValues>> {
  const flags = { campaignTarget, campaignResponse };
  if (campaignId === null) return flags;
  const [campaign] = await executor(ctx)
    .select({ no: campaigns.no })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, campaignId)));
  return campaign ? { ...flags, campaignId, campaignNo: campaign.no } : flags;
}
