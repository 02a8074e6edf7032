import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { drawFreeNumber, typedFreeNumber } from '../../core/document-number.ts';
import { InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { contacts, opportunities } from '../../db/schema/index.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { findSalesperson, firstChoosable } from '../setup/find-codes.ts';
import { chooseCampaign, NO_CAMPAIGN } from './choose-campaign.ts';
import { isEstimate, NO_FACTS, opportunityChanges, problem, resolveFacts } from './fields.ts';
import { lockContact } from './lock-contact.ts';
import { OPPORTUNITY_NUMBERS } from './opportunity-number.ts';

const createOpportunityInput = opportunityChanges.extend({
  contactNo: z.string().trim().max(20),
  /** Left out: the next of the series. */
  no: z.string().max(100).optional(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Creates an opportunity with a contact by hand (`domain.md` §3.8), Not Started unless it is estimated at once. The
 * salesperson is the one that was named, else the member's own, else the contact's; those who are blocked are passed over.
 * @throws ForbiddenError outsider, opportunity_privacy_blocked (contact)
 * @throws InvalidError as `resolveFacts`, `chooseCampaign` and `typedFreeNumber`; contact_not_found (field contact),
 * salesperson_not_found (field salesperson), opportunity_salesperson_missing (field salesperson)
 * @throws ConflictError number_taken
 */
export async function createOpportunity(
  ctx: MemberContext,
  input: z.input<typeof createOpportunityInput>,
): Promise<{ no: string }> {
  requireInsider(ctx);
  const { contactNo, no: typed, requestKey, ...wanted } = createOpportunityInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const contact = await lockNamed(inner, contactNo);
    const facts = resolveFacts(inner, NO_FACTS, wanted);
    const createdOn = today({ now: ctx.now(), timeZone: ctx.timeZone });
    const { campaignNo, salespersonCode } = wanted;
    const campaign = campaignNo ? await chooseCampaign(inner, campaignNo, createdOn) : NO_CAMPAIGN;
    const salesperson = salespersonCode
      ? (await findSalesperson(inner, salespersonCode)).code
      : await usualSalesperson(inner, contact);
    const no = typed?.trim()
      ? await typedFreeNumber(inner, OPPORTUNITY_NUMBERS, typed)
      : await drawFreeNumber(inner, OPPORTUNITY_NUMBERS);
    await inner.tx.insert(opportunities).values({
      workspaceId: ctx.workspaceId,
      no,
      ...facts,
      ...campaign,
      contactId: contact.id,
      companyId: contact.companyId,
      salespersonCode: salesperson,
      status: isEstimate(NO_FACTS, facts) ? 'in-progress' : 'not-started',
      createdOn,
      createdBy: ctx.actor.memberId,
      createdAt: ctx.now(),
    });
    await audit(inner, { action: 'opportunity.create', subject: 'opportunity', subjectId: no });
    await refreshCampaign(inner, campaign.campaignId);
    return { no };
  });
}

async function lockNamed(ctx: TransactionContext, typed: string) {
  const no = typed.toUpperCase();
  const contact = await lockContact(ctx, eq(contacts.no, no));
  if (contact) return contact;
  throw new InvalidError('contact_not_found', { no }, [problem('contact', 'contact_not_found', { no })]);
}

async function usualSalesperson(
  ctx: MemberContext & TransactionContext,
  contact: { name: string; salespersonCode: string | null },
): Promise<string> {
  const usual = await firstChoosable(ctx, [ctx.actor.salespersonCode, contact.salespersonCode]);
  if (usual !== undefined) return usual;
  const params = { contact: contact.name };
  throw new InvalidError('opportunity_salesperson_missing', params, [
    problem('salesperson', 'opportunity_salesperson_missing', params),
  ]);
}
