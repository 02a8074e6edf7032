import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { executor, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { drawFreeNumber } from '../../core/document-number.ts';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import {
  contacts,
  interactionLogEntries as log,
  loggedSegments,
  opportunities,
  segments,
} from '../../db/schema/index.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { refreshSingles } from '../interactions/refresh-log.ts';
import { firstChoosable } from '../setup/find-codes.ts';
import { lockContact } from './lock-contact.ts';
import { OPPORTUNITY_NUMBERS } from './opportunity-number.ts';

const createFromInteractionInput = z.object({
  entryId: z.number().int(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Creates the opportunity of an interaction, Not Started: description, segment, campaign, salesperson, contact and all
 * comments are its own (`domain.md` §4.12). A salesperson who is blocked is passed over for the member's own, then the
 * contact's. The same request makes another one if what it made was deleted since.
 * @throws ForbiddenError outsider, opportunity_privacy_blocked (contact)
 * @throws NotFoundError interaction_not_found, for postponed ones too
 * @throws ConflictError interaction_canceled, opportunity_exists (no)
 * @throws InvalidError opportunity_salesperson_missing (contact), number_series_missing
 */
export async function createFromInteraction(
  ctx: MemberContext,
  input: z.input<typeof createFromInteractionInput>,
): Promise<{ no: string }> {
  requireInsider(ctx);
  const { entryId, requestKey } = createFromInteractionInput.parse(input);
  const made = await once(ctx, requestKey, (inner) => create(inner, entryId));
  if (requestKey === undefined || (await isThere(ctx, made.no))) return made;
  // A press on the same button is the same request for a minute, and this one was taken back in it.
  return createFromInteraction(ctx, { entryId, requestKey: `${requestKey}/${made.no}` });
}

async function isThere(ctx: MemberContext, no: string): Promise<boolean> {
  const [found] = await executor(ctx)
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(and(eq(opportunities.workspaceId, ctx.workspaceId), eq(opportunities.no, no)));
  return found !== undefined;
}

async function create(ctx: MemberContext & TransactionContext, entryId: number): Promise<{ no: string }> {
  const { entry, contact } = await lockSource(ctx, entryId);
  const wanted = [entry.salespersonCode, ctx.actor.salespersonCode, contact.salespersonCode];
  const salespersonCode = await firstChoosable(ctx, wanted);
  if (salespersonCode === undefined) {
    throw new InvalidError('opportunity_salesperson_missing', { contact: contact.name });
  }
  const no = await drawFreeNumber(ctx, OPPORTUNITY_NUMBERS);
  const [made] = await ctx.tx
    .insert(opportunities)
    .values({
      workspaceId: ctx.workspaceId,
      no,
      description: entry.description,
      contactId: entry.contactId,
      companyId: entry.companyId,
      salespersonCode,
      campaignId: entry.campaignId,
      ...(await segmentOf(ctx, entry)),
      entryId,
      createdOn: today({ now: ctx.now(), timeZone: ctx.timeZone }),
      createdBy: ctx.actor.memberId,
      createdAt: ctx.now(),
    })
    .returning({ id: opportunities.id });
  if (!made) throw new Error('The opportunity was not written.');
  await ctx.tx.execute(sql`
    insert into opportunity_comments (workspace_id, opportunity_id, comment, member_id, at)
    select workspace_id, ${made.id}::bigint, comment, member_id, at from interaction_comments
    where workspace_id = ${ctx.workspaceId} and entry_id = ${entryId} order by id`);
  const detail = { entryId };
  await audit(ctx, { action: 'opportunity.create', subject: 'opportunity', subjectId: no, detail });
  await refreshSingles(ctx, [entryId]);
  await refreshCampaign(ctx, entry.campaignId);
  return { no };
}

type Entry = typeof log.$inferSelect;

/** The contact before the interaction, as an import has it, which changes contacts and then what was logged of them. */
async function lockSource(ctx: TransactionContext, entryId: number) {
  const [named] = await ctx.tx.select({ contactId: log.contactId }).from(log).where(logged(ctx, entryId));
  const contact = named && (await lockContact(ctx, eq(contacts.id, named.contactId)));
  if (!contact) throw new NotFoundError('interaction_not_found');
  return { contact, entry: await lockEntry(ctx, entryId, contact.id) };
}

const logged = ({ workspaceId }: TransactionContext, entryId: number) =>
  and(eq(log.workspaceId, workspaceId), eq(log.id, entryId), eq(log.postponed, false));

/** Held, so that of two who ask the second finds what the first made. */
async function lockEntry(ctx: TransactionContext, entryId: number, contactId: number): Promise<Entry> {
  const { workspaceId, tx } = ctx;
  const [found] = await tx
    .select()
    .from(log)
    .where(and(logged(ctx, entryId), eq(log.contactId, contactId)))
    .for('update');
  if (!found) throw new NotFoundError('interaction_not_found');
  if (found.canceled) throw new ConflictError('interaction_canceled');
  const [existing] = await tx
    .select({ no: opportunities.no })
    .from(opportunities)
    .where(and(eq(opportunities.workspaceId, workspaceId), eq(opportunities.entryId, entryId)));
  if (existing) throw new ConflictError('opportunity_exists', { no: existing.no });
  return found;
}

/** The segment that was logged with it, or whose contact was called, and what that was called. */
async function segmentOf(
  ctx: TransactionContext,
  { segmentId, loggedSegmentId }: Entry,
): Promise<{ segmentId: number | null; segmentDescription: string }> {
  const { workspaceId, tx } = ctx;
  const [logged] =
    loggedSegmentId === null
      ? []
      : await tx
          .select({ segmentId: loggedSegments.segmentId, description: loggedSegments.description })
          .from(loggedSegments)
          .where(and(eq(loggedSegments.workspaceId, workspaceId), eq(loggedSegments.id, loggedSegmentId)));
  if (logged) return { segmentId: logged.segmentId, segmentDescription: logged.description };
  if (segmentId === null) return { segmentId: null, segmentDescription: '' };
  const [called] = await tx
    .select({ description: segments.description })
    .from(segments)
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, segmentId)));
  return { segmentId, segmentDescription: called?.description ?? '' };
}
