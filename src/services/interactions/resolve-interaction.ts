import { and, eq, inArray } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { localTime } from '../../core/dates/when.ts';
import { today } from '../../core/dates.ts';
import { ForbiddenError, InvalidError } from '../../core/errors.ts';
import {
  campaigns,
  contacts,
  interactionTemplateLanguages,
  type interactionTemplates,
} from '../../db/schema/index.ts';
import { outsidePeriod, periodParams } from '../campaigns/dates.ts';
import { withCents } from '../segments/field-input.ts';
import { findCampaign, findSalesperson, findTemplate, firstChoosable } from '../setup/find-codes.ts';
import type { ParsedInteraction } from './interaction-input.ts';

type Writing = MemberContext & TransactionContext;
type Contact = typeof contacts.$inferSelect;
type Template = typeof interactionTemplates.$inferSelect;

/** The columns of a log entry that what was said decides. */
export type ResolvedInteraction = Awaited<ReturnType<typeof resolveInteraction>>;

/**
 * What is written of an interaction: what was said, and what the template, the contact and the member give where
 * nothing was (`domain.md` §4.10).
 * @throws InvalidError contact_not_found, template_not_found, campaign_not_found, salesperson_not_found,
 * campaign_out_of_dates, date_in_future (each at its field), interaction_salesperson_missing
 * @throws ForbiddenError contact_privacy_blocked
 */
export async function resolveInteraction(
  ctx: Writing,
  input: ParsedInteraction,
  { mayBeAhead }: { mayBeAhead: boolean },
) {
  const contact = await lockContact(ctx, input);
  if (contact.privacyBlocked) throw new ForbiddenError('contact_privacy_blocked', { contact: contact.name });
  const template = await findTemplate(ctx, input.templateCode);
  if (!mayBeAhead) requirePast(ctx, input);
  const campaign = await campaignOf(ctx, input, template);
  if (campaign && input.campaignDates === 'inside') requireInside(campaign, input.date);
  const said = await languageRow(ctx, contact, template);
  const type = template.ignoreContactCorrespondenceType
    ? template.correspondenceType
    : contact.correspondenceType || template.correspondenceType;
  return {
    contactId: contact.id,
    companyId: contact.companyId,
    date: input.date,
    timeOfInteraction: input.time ?? null,
    description: input.description,
    // What goes out in the contact's language has a subject; anything else is its own subject.
    subject: said?.subject || input.description,
    interactionGroupCode: template.interactionGroupCode,
    interactionTemplateCode: template.code,
    informationFlow: template.informationFlow,
    initiatedBy: template.initiatedBy,
    correspondenceType: type === 'email' && contact.email === '' ? ('' as const) : type,
    languageCode: said?.languageCode ?? template.languageCode,
    attachmentId: said?.attachmentId ?? null,
    salespersonCode: await salespersonOf(ctx, input, contact),
    cost: input.cost ? withCents(input.cost) : template.unitCost,
    duration: input.duration ?? template.unitDuration,
    evaluation: input.evaluation,
    attemptFailed: input.attemptFailed,
    campaignId: campaign?.id ?? null,
    campaignTarget: campaign !== undefined && (input.campaignTarget ?? template.campaignTarget),
    campaignResponse: campaign !== undefined && (input.campaignResponse ?? template.campaignResponse),
    ...(input.segmentId === undefined ? {} : { segmentId: input.segmentId }),
  };
}

/** Kept from being changed, so that it is not blocked or erased in the same moment. */
async function lockContact(ctx: Writing, { contactId, contactNo = '' }: ParsedInteraction): Promise<Contact> {
  const no = contactNo.toUpperCase();
  const [contact] = await ctx.tx
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, ctx.workspaceId),
        contactId === undefined ? eq(contacts.no, no) : eq(contacts.id, contactId),
      ),
    )
    .for('share');
  if (contact) return contact;
  const params = { no: no || String(contactId) };
  throw new InvalidError('contact_not_found', params, [
    { field: 'contact', code: 'contact_not_found', params },
  ]);
}

function requirePast(ctx: Writing, { date, time }: ParsedInteraction): void {
  const moment = { now: ctx.now(), timeZone: ctx.timeZone };
  const day = today(moment);
  if (date < day || (date === day && (time ?? '') <= localTime(moment))) return;
  throw new InvalidError('date_in_future', {}, [{ field: 'date', code: 'date_in_future' }]);
}

async function campaignOf(ctx: Writing, { campaignNo }: ParsedInteraction, template: Template) {
  if (campaignNo) return findCampaign(ctx, campaignNo);
  if (campaignNo === null || template.campaignId === null) return undefined;
  const [campaign] = await ctx.tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, template.campaignId)));
  return campaign;
}

/**
 * Answers come in after a campaign's end, so a date outside it is no mistake by itself; but who is asked should know.
 */
function requireInside(campaign: typeof campaigns.$inferSelect, date: string): void {
  if (!outsidePeriod(campaign, date)) return;
  const params = { no: campaign.no, ...periodParams(campaign) };
  throw new InvalidError('campaign_out_of_dates', params, [
    { field: 'campaign', code: 'campaign_out_of_dates', params },
  ]);
}

async function salespersonOf(ctx: Writing, input: ParsedInteraction, contact: Contact): Promise<string> {
  if (input.salespersonCode) return (await findSalesperson(ctx, input.salespersonCode)).code;
  const usual = await firstChoosable(ctx, [ctx.actor.salespersonCode, contact.salespersonCode]);
  if (usual !== undefined) return usual;
  throw new InvalidError('interaction_salesperson_missing', { contact: contact.name });
}

/** What the template says in the contact's language, else in its own (`domain.md` §5). */
async function languageRow(ctx: Writing, contact: Contact, template: Template) {
  const wanted = [contact.languageCode, template.languageCode].filter((code) => code !== null);
  if (wanted.length === 0) return undefined;
  const rows = await ctx.tx
    .select()
    .from(interactionTemplateLanguages)
    .where(
      and(
        eq(interactionTemplateLanguages.workspaceId, ctx.workspaceId),
        eq(interactionTemplateLanguages.templateCode, template.code),
        inArray(interactionTemplateLanguages.languageCode, wanted),
      ),
    );
  return rows.find((row) => row.languageCode === contact.languageCode) ?? rows[0];
}
