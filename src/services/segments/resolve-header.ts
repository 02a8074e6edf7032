import type { Context } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { findAttachment } from '../attachments/find-attachment.ts';
import { findCampaign, findLanguage, findSalesperson, findTemplate } from '../setup/find-codes.ts';
import { checkFields, withCents } from './field-input.ts';
import { speak } from './header-languages.ts';
import { changedFields, type HeaderValues } from './header-values.ts';
import { broughtBy } from './template-values.ts';
import type { HeaderChanges, HeaderField } from './types.ts';

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
 * (fields `campaign`, `template`, `salesperson`, `language`), attachment_not_found, campaign_missing (fields `campaignTarget`,
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
  const { templateCode } = changes;
  const brought =
    templateCode === undefined
      ? {}
      : await broughtBy(ctx, templateCode === null ? undefined : await findTemplate(ctx, templateCode));
  const filled: HeaderValues = { ...before, ...brought };
  const after: HeaderValues = {
    ...filled,
    ...changes,
    ...speak(filled, changes),
    ...(await campaignOf(ctx, filled, changes)),
  };
  requireCampaign(segmentNo, after, changes);
  return { before, after, fields: changedFields(before, after), changes };
}

/** Without a campaign there is no target and no response. */
async function campaignOf(ctx: Context, filled: HeaderValues, changes: HeaderChanges) {
  const { campaignNo = filled.campaignNo } = changes;
  if (campaignNo === null)
    return { campaignId: null, campaignNo, campaignTarget: false, campaignResponse: false };
  if (campaignNo === filled.campaignNo) return {};
  return { campaignId: (await findCampaign(ctx, campaignNo)).id };
}

async function withKnownCodes(ctx: Context, wanted: HeaderChanges): Promise<HeaderChanges> {
  const { campaignNo, templateCode, salespersonCode, languageCode, unitCost, languages } = wanted;
  return {
    ...wanted,
    ...(campaignNo ? { campaignNo: (await findCampaign(ctx, campaignNo)).no } : {}),
    ...(templateCode ? { templateCode: (await findTemplate(ctx, templateCode)).code } : {}),
    ...(salespersonCode ? { salespersonCode: (await findSalesperson(ctx, salespersonCode)).code } : {}),
    ...(languageCode ? { languageCode: (await findLanguage(ctx, languageCode)).code } : {}),
    ...(languages ? { languages: await withKnownRows(ctx, languages) } : {}),
    ...(unitCost === undefined ? {} : { unitCost: withCents(unitCost) }),
  };
}

type RowChanges = NonNullable<HeaderChanges['languages']>;

async function withKnownRows(ctx: Context, rows: RowChanges): Promise<RowChanges> {
  const known: RowChanges = {};
  for (const [code, row] of Object.entries(rows)) {
    known[(await findLanguage(ctx, code)).code] = row;
    if (row && row.attachmentId !== null) await findAttachment(ctx, row.attachmentId);
  }
  return known;
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
