import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { drawFreeNumber } from '../../core/document-number.ts';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import {
  contacts,
  interactionLogEntries,
  loggedSegments,
  opportunities,
  segments,
} from '../../db/schema/index.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { refreshSingles } from '../interactions/refresh-log.ts';
import { firstChoosable } from '../setup/find-codes.ts';
import { OPPORTUNITY_NUMBERS } from './opportunity-number.ts';

const createFromInteractionInput = z.object({
  entryId: z.number().int(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Creates the opportunity of an interaction, Not Started: description, segment, campaign, salesperson, contact and all
 * comments are its own (`domain.md` §4.12). A salesperson who is blocked is passed over for the member's own, then the
 * contact's.
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
  return once(ctx, requestKey, async (inner) => {
    const entry = await lockEntry(inner, entryId);
    const contact = await lockContact(inner, entry.contactId);
    const wanted = [entry.salespersonCode, ctx.actor.salespersonCode, contact.salespersonCode];
    const salespersonCode = await firstChoosable(inner, wanted);
    if (salespersonCode === undefined) {
      throw new InvalidError('opportunity_salesperson_missing', { contact: contact.name });
    }
    const no = await drawFreeNumber(inner, OPPORTUNITY_NUMBERS);
    const [made] = await inner.tx
      .insert(opportunities)
      .values({
        workspaceId: ctx.workspaceId,
        no,
        description: entry.description,
        contactId: entry.contactId,
        companyId: entry.companyId,
        salespersonCode,
        campaignId: entry.campaignId,
        ...(await segmentOf(inner, entry)),
        entryId,
        createdOn: today({ now: ctx.now(), timeZone: ctx.timeZone }),
        createdBy: ctx.actor.memberId,
        createdAt: ctx.now(),
      })
      .returning({ id: opportunities.id });
    if (!made) throw new Error('The opportunity was not written.');
    await inner.tx.execute(sql`
      insert into opportunity_comments (workspace_id, opportunity_id, comment, member_id, at)
      select workspace_id, ${made.id}::bigint, comment, member_id, at from interaction_comments
      where workspace_id = ${ctx.workspaceId} and entry_id = ${entryId} order by id`);
    const detail = { entryId };
    await audit(inner, { action: 'opportunity.create', subject: 'opportunity', subjectId: no, detail });
    await refreshSingles(inner, [entryId]);
    await refreshCampaign(inner, entry.campaignId);
    return { no };
  });
}

type Entry = typeof interactionLogEntries.$inferSelect;

/** Held, so that of two who ask the second finds what the first made. */
async function lockEntry(ctx: TransactionContext, entryId: number): Promise<Entry> {
  const { workspaceId, tx } = ctx;
  const entry = interactionLogEntries;
  const [found] = await tx
    .select()
    .from(entry)
    .where(and(eq(entry.workspaceId, workspaceId), eq(entry.id, entryId), eq(entry.postponed, false)))
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

async function lockContact(ctx: TransactionContext, id: number) {
  const [contact] = await ctx.tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, id)))
    .for('share');
  if (!contact) throw new Error(`The interaction's contact ${id} is not there.`);
  if (contact.privacyBlocked) {
    throw new ForbiddenError('opportunity_privacy_blocked', { contact: contact.name });
  }
  return contact;
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
