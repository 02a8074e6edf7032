import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { opportunities } from '../../db/schema/index.ts';
import { ACTIVE } from './types.ts';

/** Figures of active opportunities (`domain.md` §4.9). Money is a decimal string in the workspace's currency. */
export interface OpportunityFigures {
  count: number;
  /** Sum of the estimated values; those that nobody has estimated count as nothing. */
  estimated: string;
  /** Sum of estimated value × chances. */
  calculated: string;
}

const figures = z.object({ count: z.coerce.number(), estimated: z.string(), calculated: z.string() });

/** SQL: estimated value × chances, to two places; null as long as one of them is unknown. */
export const calculatedValue = sql<string | null>`round(
  ${opportunities.estimatedValue} * ${opportunities.chances} / 100, 2)::numeric(18, 2)`;

/** Number and values of the opportunities that meet a condition. */
export async function sumOpportunities(ctx: Context, wanted: SQL | undefined): Promise<OpportunityFigures> {
  const [found] = await executor(ctx)
    .select({
      count: sql`count(*)`,
      estimated: sql`coalesce(sum(${opportunities.estimatedValue}), 0)::numeric(20, 2)::text`,
      calculated: sql`coalesce(sum(${calculatedValue}), 0)::numeric(20, 2)::text`,
    })
    .from(opportunities)
    .where(and(eq(opportunities.workspaceId, ctx.workspaceId), wanted));
  return figures.parse(found);
}

/** Condition: those that may still come to something. Literals, because the index of the active ones is used for no others. */
export const isActive = sql`${opportunities.status} in (${sql.raw(ACTIVE.map((status) => `'${status}'`).join(', '))})`;

/** Those of a campaign that are active. */
export const campaignOpportunities = (ctx: Context, campaignId: number): Promise<OpportunityFigures> =>
  sumOpportunities(ctx, and(eq(opportunities.campaignId, campaignId), isActive));

/** Those of a contact that are active; a company's include its people's (`domain.md` §3.1). */
export const contactOpportunities = (
  ctx: Context,
  { id, type }: { id: number; type: 'company' | 'person' },
): Promise<OpportunityFigures> => sumOpportunities(ctx, and(ofContact({ id, type }), isActive));

/** Condition: the opportunities of a contact, a company's with those of its people. */
export const ofContact = ({ id, type }: { id: number; type: 'company' | 'person' }): SQL | undefined =>
  type === 'company'
    ? or(eq(opportunities.contactId, id), eq(opportunities.companyId, id))
    : eq(opportunities.contactId, id);
