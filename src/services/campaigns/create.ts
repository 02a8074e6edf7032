import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { drawFreeNumber, typedFreeNumber } from '../../core/document-number.ts';
import { ForbiddenError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaigns } from '../../db/schema/index.ts';
import { CAMPAIGN_NUMBERS } from './campaign-number.ts';
import { nextDigest } from './digest/schedule.ts';
import { campaignChanges, NEW_CAMPAIGN, resolveFields } from './fields.ts';

const createCampaignInput = campaignChanges.extend({
  /** Left out: the next of the series. */
  no: z.string().max(100).optional(),
  requestKey: z.string().max(200).optional(),
});

/** Whoever sells or leads may start a campaign. */
export const mayCreateCampaign = ({ actor }: MemberContext): boolean =>
  !actor.outsider && (actor.isAdmin || actor.isManager || actor.salespersonCode !== null);

/**
 * Creates a campaign with the next number, or a typed one where the series allows it (`domain.md` §3.8). The owner is
 * the member's own salesperson unless another one, or none, is asked for.
 * @throws ForbiddenError outsider, salespeople_only
 * @throws InvalidError as `resolveFields` and `typedFreeNumber`
 * @throws ConflictError number_taken
 */
export async function createCampaign(
  ctx: MemberContext,
  input: z.input<typeof createCampaignInput>,
): Promise<{ id: number; no: string }> {
  requireInsider(ctx);
  if (!mayCreateCampaign(ctx)) throw new ForbiddenError('salespeople_only');
  const { no: typed, requestKey, ...wanted } = createCampaignInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const own = { ...NEW_CAMPAIGN, salespersonCode: ctx.actor.salespersonCode };
    const values = await resolveFields(inner, own, wanted);
    const no = typed?.trim()
      ? await typedFreeNumber(inner, CAMPAIGN_NUMBERS, typed)
      : await drawFreeNumber(inner, CAMPAIGN_NUMBERS);
    const [row] = await inner.tx
      .insert(campaigns)
      .values({
        workspaceId: ctx.workspaceId,
        no,
        ...values,
        digestAt: wanted.digest ? await nextDigest(inner) : null,
        modifiedAt: ctx.now(),
      })
      .returning({ id: campaigns.id });
    if (!row) throw new Error('The campaign was not written.');
    await audit(inner, { action: 'campaign.create', subject: 'campaign', subjectId: no });
    return { id: row.id, no };
  });
}
