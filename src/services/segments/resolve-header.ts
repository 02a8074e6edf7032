import type { Context } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import type { interactionTemplates } from '../../db/schema/index.ts';
import { findCampaign, findLanguage, findSalesperson, findTemplate } from '../setup/find-codes.ts';
import { checkFields, withCents } from './field-input.ts';
import { changedFields, type HeaderValues } from './header-values.ts';
import type { HeaderChanges, HeaderField } from './types.ts';

type Template = typeof interactionTemplates.$inferSelect;

/** What a template gives the header (`domain.md` §4.1); none: what a header without a template has. */
export const broughtBy = (template: Template | undefined) => ({
  templateCode: template?.code ?? null,
  groupCode: template?.interactionGroupCode ?? null,
  languageCode: template?.languageCode ?? null,
  subject: '',
  unitCost: template?.unitCost ?? '0.00',
  unitDuration: template?.unitDuration ?? 0,
  informationFlow: template?.informationFlow ?? ('' as const),
  initiatedBy: template?.initiatedBy ?? ('' as const),
  correspondenceType: template?.correspondenceType ?? ('' as const),
  ignoreContactCorrespondenceType: template?.ignoreContactCorrespondenceType ?? false,
});

export interface ResolvedHeader {
  before: HeaderValues;
  after: HeaderValues;
  /** Fields that differ. */
  fields: HeaderField[];
  /** The changes as they are kept: codes as the tables have them, nothing that was so before. */
  changes: HeaderChanges;
}

/**
 * What the header is after the changes. A value that the header has already is no change, so that a new template
 * brings its own.
 * @throws InvalidError as `checkFields`; campaign_not_found, template_not_found, salesperson_not_found, unknown_code
 * (fields `campaign`, `template`, `salesperson`, `language`), campaign_missing (fields `campaignTarget`,
 * `campaignResponse`)
 */
export async function resolveHeader(
  ctx: Context,
  segmentNo: string,
  before: HeaderValues,
  wanted: HeaderChanges,
): Promise<ResolvedHeader> {
  checkFields(wanted);
  const changes = onlyChanges(before, await withKnownCodes(ctx, wanted));
  const { campaignNo, templateCode } = changes;
  const brought =
    templateCode === undefined
      ? {}
      : broughtBy(templateCode === null ? undefined : await findTemplate(ctx, templateCode));
  const campaign =
    campaignNo === undefined
      ? {}
      : campaignNo === null
        ? { campaignId: null, campaignTarget: false, campaignResponse: false }
        : { campaignId: (await findCampaign(ctx, campaignNo)).id };
  const after: HeaderValues = { ...before, ...brought, ...changes, ...campaign };
  requireCampaign(segmentNo, after, changes);
  return { before, after, fields: changedFields(before, after), changes };
}

async function withKnownCodes(ctx: Context, wanted: HeaderChanges): Promise<HeaderChanges> {
  const { campaignNo, templateCode, salespersonCode, languageCode, unitCost } = wanted;
  return {
    ...wanted,
    ...(campaignNo ? { campaignNo: (await findCampaign(ctx, campaignNo)).no } : {}),
    ...(templateCode ? { templateCode: (await findTemplate(ctx, templateCode)).code } : {}),
    ...(salespersonCode ? { salespersonCode: (await findSalesperson(ctx, salespersonCode)).code } : {}),
    ...(languageCode ? { languageCode: (await findLanguage(ctx, languageCode)).code } : {}),
    ...(unitCost === undefined ? {} : { unitCost: withCents(unitCost) }),
  };
}

function onlyChanges(before: HeaderValues, wanted: HeaderChanges): HeaderChanges {
  const fields = Object.keys(wanted) as (keyof HeaderChanges)[];
  return Object.fromEntries(
    fields.filter((field) => wanted[field] !== before[field]).map((field) => [field, wanted[field]]),
  );
}

/** Target and response belong to a campaign (`domain.md` §3.4). */
function requireCampaign(no: string, after: HeaderValues, changes: HeaderChanges): void {
  if (after.campaignId !== null) return;
  const fields = (['campaignTarget', 'campaignResponse'] as const).filter((field) => changes[field]);
  if (fields.length === 0) return;
  throw new InvalidError(
    'campaign_missing',
    { no },
    fields.map((field) => ({ field, code: 'campaign_missing' as const, params: { no } })),
  );
}
