import { and, asc, eq } from 'drizzle-orm';
import { executor, type MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import {
  attachments,
  campaigns,
  interactionGroups,
  interactionTemplateLanguages,
  interactionTemplates,
  languages,
} from '../../db/schema/index.ts';
import type { AttachmentInfo } from '../attachments/find-attachment.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';
import type { TemplateFields } from './template-input.ts';

interface Named {
  code: string;
  description: string;
}

export interface LanguageText {
  language: Named;
  description: string;
  subject: string;
  attachment: AttachmentInfo | null;
}

/** A text of a template; `version` counts its changes. */
export interface TemplateText extends LanguageText {
  version: number;
}

export interface TemplateView extends TemplateFields {
  code: string;
  /** Counts its changes, but not those of its texts. */
  version: number;
  group: Named;
  campaign: Named | null;
  language: Named | null;
  /** What it says and encloses in each language. */
  texts: TemplateText[];
}

/** A template with its texts by language. @throws ForbiddenError organizers_only @throws NotFoundError code_not_found */
export async function showTemplate(ctx: MemberContext, code: string): Promise<TemplateView> {
  await requireOrganizer(ctx);
  const { workspaceId } = ctx;
  const [found] = await executor(ctx)
    .select({
      template: interactionTemplates,
      group: { code: interactionGroups.code, description: interactionGroups.description },
      language: { code: languages.code, description: languages.description },
      campaign: { code: campaigns.no, description: campaigns.description },
    })
    .from(interactionTemplates)
    .innerJoin(
      interactionGroups,
      and(
        eq(interactionGroups.workspaceId, workspaceId),
        eq(interactionGroups.code, interactionTemplates.interactionGroupCode),
      ),
    )
    .leftJoin(
      languages,
      and(eq(languages.workspaceId, workspaceId), eq(languages.code, interactionTemplates.languageCode)),
    )
    .leftJoin(
      campaigns,
      and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.id, interactionTemplates.campaignId)),
    )
    .where(and(eq(interactionTemplates.workspaceId, workspaceId), eq(interactionTemplates.code, code)));
  if (!found) throw new NotFoundError('template_not_found', { code });
  const { template, group, language, campaign } = found;
  const { version, description, unitCost, unitDuration, informationFlow, initiatedBy, languageCode } =
    template;
  const { correspondenceType, ignoreContactCorrespondenceType, campaignTarget, campaignResponse } = template;
  return {
    code,
    version,
    description,
    groupCode: group.code,
    group,
    unitCost,
    unitDuration,
    informationFlow,
    initiatedBy,
    correspondenceType,
    ignoreContactCorrespondenceType,
    campaignNo: campaign?.code ?? null,
    campaign,
    campaignTarget,
    campaignResponse,
    languageCode,
    language,
    texts: await readTexts(ctx, code),
  };
}

async function readTexts(ctx: MemberContext, templateCode: string): Promise<TemplateText[]> {
  const { workspaceId } = ctx;
  const rows = await executor(ctx)
    .select({
      language: { code: languages.code, description: languages.description },
      description: interactionTemplateLanguages.description,
      subject: interactionTemplateLanguages.subject,
      version: interactionTemplateLanguages.version,
      attachment: {
        id: attachments.id,
        fileName: attachments.fileName,
        mediaType: attachments.mediaType,
        size: attachments.size,
      },
    })
    .from(interactionTemplateLanguages)
    .innerJoin(
      languages,
      and(
        eq(languages.workspaceId, workspaceId),
        eq(languages.code, interactionTemplateLanguages.languageCode),
      ),
    )
    .leftJoin(
      attachments,
      and(
        eq(attachments.workspaceId, workspaceId),
        eq(attachments.id, interactionTemplateLanguages.attachmentId),
      ),
    )
    .where(
      and(
        eq(interactionTemplateLanguages.workspaceId, workspaceId),
        eq(interactionTemplateLanguages.templateCode, templateCode),
      ),
    )
    .orderBy(asc(languages.code));
  return rows;
}
