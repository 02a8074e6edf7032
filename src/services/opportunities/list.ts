import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { opportunities } from '../../db/schema/index.ts';
import { findContact } from '../contacts/find-contact.ts';
import { findCampaign } from '../setup/find-codes.ts';
import { readSettings } from '../setup/read-settings.ts';
import { isActive, ofContact, sumOpportunities } from './figures.ts';
import { selectSummaries, toSummary } from './select.ts';
import type { OpportunityList } from './types.ts';

/** Whose opportunities: the member's own, everybody's, or those of a contact or a campaign by number. */
export const opportunityScope = z.object({
  kind: z.enum(['mine', 'all', 'contact', 'campaign']),
  key: z.string().max(20).default(''),
});
export type OpportunityScope = z.output<typeof opportunityScope>;

const listOpportunitiesInput = z.object({
  scope: opportunityScope,
  /** 1-based position of the first one. */
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(10),
});

/** The index of the active ones has the same order. */
export const nextToClose = [sql`${opportunities.estimatedClose} asc nulls last`, desc(opportunities.id)];

/**
 * Active opportunities, the next to close first, those without a date at the end. A company's include its people's. Past
 * the end, as some were closed since, it is the last page.
 * @throws NotFoundError contact_not_found
 * @throws InvalidError campaign_not_found
 */
export async function listOpportunities(
  ctx: MemberContext,
  input: z.input<typeof listOpportunitiesInput>,
): Promise<OpportunityList> {
  requireInsider(ctx);
  const { scope, from, limit } = listOpportunitiesInput.parse(input);
  const wanted = and(isActive, await ofScope(ctx, scope));
  const figures = await sumOpportunities(ctx, wanted);
  const first = from <= figures.count ? from : lastPage(figures.count, limit);
  const rows = await selectSummaries(ctx, wanted)
    .orderBy(...nextToClose)
    .limit(limit)
    .offset(first - 1);
  const { currency } = await readSettings(ctx);
  return {
    opportunities: rows.map(toSummary),
    from: first,
    figures,
    currency,
  };
}

const lastPage = (count: number, limit: number): number => (count === 0 ? 1 : count - ((count - 1) % limit));

async function ofScope(ctx: MemberContext, { kind, key }: OpportunityScope) {
  const { salespersonCode } = ctx.actor;
  switch (kind) {
    case 'all':
      return undefined;
    case 'mine':
      return salespersonCode === null ? sql`false` : eq(opportunities.salespersonCode, salespersonCode);
    case 'campaign':
      return eq(opportunities.campaignId, (await findCampaign(ctx, key)).id);
    case 'contact':
      return ofContact(await findContact(ctx, key));
  }
}
