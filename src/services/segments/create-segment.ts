import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { segments } from '../../db/schema/index.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { findCampaign, findSalesperson, findTemplate } from '../setup/find-codes.ts';
import { MAX_TEXT } from './field-input.ts';
import { readHeader } from './header.ts';

import { drawNumber, typedNumber } from './segment-number.ts';
import { broughtBy } from './template-values.ts';
import type { SegmentHeader } from './types.ts';

/** `domain.md` §3.4 */
export const MAX_DESCRIPTION = MAX_TEXT;

const createSegmentInput = z.object({
  /** Left out: the next of the series. */
  no: z.string().max(100).optional(),
  description: z.string().trim().default(''),
  campaignNo: z.string().optional(),
  templateCode: z.string().optional(),
  /** Left out: the member's own salesperson, if there is one. */
  salespersonCode: z.string().optional(),
  /** Business date; left out: today in the member's time zone. */
  date: z.iso.date().optional(),
  requestKey: z.string().max(200).optional(),
});
export type CreateSegmentInput = z.input<typeof createSegmentInput>;

/**
 * Creates an empty segment with the next number, or a typed one where the series allows it (`domain.md` §4.1). The
 * template brings its cost, duration and all the rest.
 * @throws InvalidError too_long (field description), campaign_not_found, template_not_found, salesperson_not_found,
 * number_series_missing, manual_number_refused, invalid_input (field no)
 * @throws ConflictError number_taken
 */
export async function createSegment(ctx: MemberContext, input: CreateSegmentInput): Promise<SegmentHeader> {
  requireInsider(ctx);
  const wanted = createSegmentInput.parse(input);
  if (wanted.description.length > MAX_DESCRIPTION) {
    const params = { field: 'description', max: MAX_DESCRIPTION };
    throw new InvalidError('too_long', params, [{ field: 'description', code: 'too_long', params }]);
  }
  const no = await once(ctx, wanted.requestKey, async (inner) => {
    const campaign = wanted.campaignNo ? await findCampaign(inner, wanted.campaignNo) : undefined;
    const template = wanted.templateCode ? await findTemplate(inner, wanted.templateCode) : undefined;
    const salespersonCode = wanted.salespersonCode
      ? (await findSalesperson(inner, wanted.salespersonCode)).code
      : ctx.actor.salespersonCode;
    const number = wanted.no?.trim() ? await typedNumber(inner, wanted.no) : await drawNumber(inner);
    const { templateCode, groupCode, campaignNo: _, ...brought } = await broughtBy(inner, template);
    const campaignId = campaign?.id ?? brought.campaignId;
    const ofCampaign = campaignId ? { campaignId } : { campaignTarget: false, campaignResponse: false };
    await inner.tx.insert(segments).values({
      workspaceId: ctx.workspaceId,
      no: number,
      description: wanted.description,
      date: wanted.date ?? today({ now: ctx.now(), timeZone: ctx.timeZone }),
      salespersonCode,
      interactionTemplateCode: templateCode,
      interactionGroupCode: groupCode,
      ...brought,
      ...ofCampaign,
      createdBy: ctx.actor.memberId,
      createdAt: ctx.now(),
      changedBy: ctx.actor.memberId,
      changedAt: ctx.now(),
    });
    await audit(inner, {
      action: 'segment.create',
      subject: 'segment',
      subjectId: number,
      detail: { campaign: campaign?.no, template: template?.code },
    });
    await refreshCampaign(inner, campaignId ?? null);
    return number;
  });
  return readHeader(ctx, no);
}
