import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor, type MemberContext } from '../../../core/context.ts';
import { requireInsider } from '../../../core/permissions.ts';
import { campaignTargets, contacts } from '../../../db/schema/index.ts';
import { readCampaign } from '../find-campaign.ts';
import type { TargetCounts } from '../types.ts';

/** Whether a row of `campaign_targets` is a company that is linked to a customer. */
export const isCustomer = sql<boolean>`exists (
  select from contact_business_relations r
  where r.workspace_id = campaign_targets.workspace_id and r.contact_id = campaign_targets.contact_id
    and lower(r.link_to) = 'customer'
)`;

const ofCampaign = (ctx: Context, campaignId: number) =>
  and(eq(campaignTargets.workspaceId, ctx.workspaceId), eq(campaignTargets.campaignId, campaignId));

/** How many of each kind the target group of a campaign has. */
export async function countTargets(ctx: Context, campaignId: number): Promise<TargetCounts> {
  const [row] = await executor(ctx)
    .select({
      customers: sql<number>`count(*) filter (where ${isCustomer})`.mapWith(Number),
      contacts: sql<number>`count(*) filter (where not ${isCustomer})`.mapWith(Number),
    })
    .from(campaignTargets)
    .where(ofCampaign(ctx, campaignId));
  return row ?? { customers: 0, contacts: 0 };
}

export interface CampaignTarget {
  kind: 'customer' | 'contact';
  contactNo: string;
  name: string;
  city: string;
}

const listTargetsInput = z.object({
  no: z.string().max(20),
  /** 1-based position of the first one. */
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(10),
});

export interface TargetList {
  no: string;
  description: string;
  counts: TargetCounts;
  targets: CampaignTarget[];
}

/** The target group of a campaign, by name; empty where it is not activated. @throws NotFoundError campaign_not_found */
export async function listTargets(
  ctx: MemberContext,
  input: z.input<typeof listTargetsInput>,
): Promise<TargetList> {
  requireInsider(ctx);
  const { no, from, limit } = listTargetsInput.parse(input);
  const campaign = await readCampaign(ctx, no);
  const rows = await executor(ctx)
    .select({
      customer: isCustomer,
      contactNo: contacts.no,
      name: contacts.name,
      city: contacts.city,
    })
    .from(campaignTargets)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, campaignTargets.workspaceId), eq(contacts.id, campaignTargets.contactId)),
    )
    .where(ofCampaign(ctx, campaign.id))
    .orderBy(sql`lower(${contacts.name}) collate "C"`, contacts.id)
    .limit(limit)
    .offset(from - 1);
  return {
    no: campaign.no,
    description: campaign.description,
    counts: await countTargets(ctx, campaign.id),
    targets: rows.map(({ customer, ...row }) => ({ kind: customer ? 'customer' : 'contact', ...row })),
  };
}
