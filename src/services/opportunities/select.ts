import { and, eq, type SQL } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { campaigns, contacts, opportunities, salespeople } from '../../db/schema/index.ts';
import { calculatedValue } from './figures.ts';

/** Opportunities with the names behind their codes; the caller adds its own order and limit. */
export const selectSummaries = (ctx: Context, wanted: SQL | undefined) =>
  executor(ctx)
    .select(summaryColumns)
    .from(opportunities)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, opportunities.workspaceId), eq(contacts.id, opportunities.contactId)),
    )
    .innerJoin(
      salespeople,
      and(
        eq(salespeople.workspaceId, opportunities.workspaceId),
        eq(salespeople.code, opportunities.salespersonCode),
      ),
    )
    .leftJoin(
      campaigns,
      and(eq(campaigns.workspaceId, opportunities.workspaceId), eq(campaigns.id, opportunities.campaignId)),
    )
    .where(and(eq(opportunities.workspaceId, ctx.workspaceId), wanted))
    .$dynamic();

const summaryColumns = {
  id: opportunities.id,
  no: opportunities.no,
  description: opportunities.description,
  contact: {
    no: contacts.no,
    name: contacts.name,
    type: contacts.type,
    companyName: contacts.companyName,
  },
  salesperson: { code: salespeople.code, description: salespeople.description },
  campaign: { no: campaigns.no, description: campaigns.description },
  status: opportunities.status,
  priority: opportunities.priority,
  estimatedValue: opportunities.estimatedValue,
  chances: opportunities.chances,
  calculatedValue,
  estimatedClose: opportunities.estimatedClose,
};

type Row = Awaited<ReturnType<typeof selectSummaries>>[number];

/** A company has no company beside its name. */
export const toSummary = ({ contact: { type, ...contact }, ...same }: Row) => ({
  ...same,
  contact: { ...contact, companyName: type === 'company' ? '' : contact.companyName },
});
