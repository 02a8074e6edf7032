import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { movedOn } from '../../core/moved-on.ts';
import { once } from '../../core/once.ts';
import { campaigns } from '../../db/schema/index.ts';
import { nextDigest } from './digest/schedule.ts';
import { campaignChanges, resolveFields } from './fields.ts';
import { type CampaignRow, lockCampaign } from './find-campaign.ts';
import { requireOrganizer } from './may-organize.ts';
import { refreshCampaign } from './refresh.ts';

const editCampaignInput = campaignChanges.extend({
  campaignNo: z.string().max(20),
  /** The version the person looked at; a campaign that moved on since is not changed. */
  expectedVersion: z.number().int().optional(),
  /** The channel the person looked at, for a form of it alone: another one since is not changed. */
  expectedChannel: z.string().nullable().optional(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Changes a campaign's fields; what is left out stays. Nothing happens where nothing would change.
 * @throws ForbiddenError outsider, organizers_only
 * @throws NotFoundError campaign_not_found
 * @throws ConflictError campaign_moved_on, of the channel set_up_moved_on (with who changed it and when)
 * @throws InvalidError as `resolveFields`
 */
export async function editCampaign(
  ctx: MemberContext,
  input: z.input<typeof editCampaignInput>,
): Promise<{ no: string; changed: string[] }> {
  const { campaignNo, expectedVersion, expectedChannel, requestKey, ...wanted } =
    editCampaignInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const campaign = await lockCampaign(inner, campaignNo);
    await requireOrganizer(inner, campaign.id);
    await requireVersion(inner, campaign, expectedVersion);
    const values = await resolveFields(inner, campaign, wanted);
    if (values.logChannel !== campaign.logChannel) await requireSameChannel(inner, campaign, expectedChannel);
    const digestAt = await digestOf(inner, campaign, wanted.digest);
    const changed = (Object.keys(values) as (keyof typeof values)[])
      .filter((field) => values[field] !== campaign[field])
      .map(String);
    if ((digestAt === null) !== (campaign.digestAt === null)) changed.push('digest');
    if (changed.length === 0) return { no: campaign.no, changed };
    await inner.tx
      .update(campaigns)
      .set({ ...values, digestAt, version: sql`${campaigns.version} + 1`, modifiedAt: ctx.now() })
      .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, campaign.id)));
    await audit(inner, {
      action: 'campaign.edit',
      subject: 'campaign',
      subjectId: campaign.no,
      detail: { fields: changed },
    });
    await refreshCampaign(inner, campaign.id);
    return { no: campaign.no, changed };
  });
}

/** A digest that is on already keeps its time, so that one that is due is not skipped. */
async function digestOf(
  ctx: TransactionContext,
  { digestAt }: CampaignRow,
  wanted: boolean | undefined,
): Promise<Date | null> {
  if (wanted === undefined) return digestAt;
  return wanted ? (digestAt ?? (await nextDigest(ctx))) : null;
}

async function requireVersion(
  ctx: TransactionContext,
  { no, version }: CampaignRow,
  expected: number | undefined,
): Promise<void> {
  if (expected === undefined || expected === version) return;
  throw await movedOn(ctx, 'campaign_moved_on', { no, subject: 'campaign', actions: ['campaign.edit'] });
}

async function requireSameChannel(
  ctx: TransactionContext,
  { no, logChannel }: CampaignRow,
  expected: string | null | undefined,
): Promise<void> {
  if (expected === undefined || expected === logChannel) return;
  const changed = { no, subject: 'campaign', actions: ['campaign.edit'], detail: { fields: ['logChannel'] } };
  throw await movedOn(ctx, 'set_up_moved_on', changed);
}
