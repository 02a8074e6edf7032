import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { allowLong, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { ConflictError, NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaignEntries, interactionLogEntries as entry, loggedSegments } from '../../db/schema/index.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { type Canceled, NOTHING_CHANGED, wantedState } from './cancel-types.ts';
import { requireMayCancelCampaignEntry } from './may-cancel.ts';
import { refreshLog, refreshSingles } from './refresh-log.ts';

const cancelCampaignEntryInput = z.object({ entryNo: z.number().int(), ...wantedState });

/**
 * Cancels a campaign entry with its interactions, or lets them count again (`domain.md` §4.11); the logged segment it
 * belongs to stays as it is. While that one is canceled nothing of it counts, so taking the cancellation back is refused
 * then, as it is for a single interaction.
 * @throws NotFoundError campaign_entry_not_found
 * @throws ForbiddenError cancel_forbidden
 * @throws ConflictError logged_segment_canceled
 */
export async function cancelCampaignEntry(
  ctx: MemberContext,
  input: z.input<typeof cancelCampaignEntryInput>,
): Promise<Canceled> {
  requireInsider(ctx);
  const { entryNo, canceled, requestKey } = cancelCampaignEntryInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { tx, workspaceId } = inner;
    await allowLong(inner);
    const found = await lockCampaignEntry(inner, entryNo);
    await requireMayCancelCampaignEntry(inner, found.id);
    if (found.canceled === canceled) return { canceled, ...NOTHING_CHANGED };
    const { logged } = found;
    if (!canceled && logged?.canceled) {
      throw new ConflictError('logged_segment_canceled', { entry: logged.entryNo });
    }
    await tx
      .update(campaignEntries)
      .set({ canceled })
      .where(and(eq(campaignEntries.workspaceId, workspaceId), eq(campaignEntries.id, found.id)));
    const change = tx
      .update(entry)
      .set({ canceled })
      .where(
        and(
          eq(entry.workspaceId, workspaceId),
          eq(entry.campaignEntryId, found.id),
          ne(entry.canceled, canceled),
        ),
      );
    const singles = logged ? [] : (await change.returning({ id: entry.id })).map(({ id }) => id);
    const interactions = logged ? (await change).count : singles.length;
    await audit(inner, {
      action: canceled ? 'campaign-entry.cancel' : 'campaign-entry.uncancel',
      subject: 'campaign-entry',
      subjectId: entryNo,
      detail: { interactions },
    });
    if (logged) await refreshLog(inner, logged.id);
    else await refreshSingles(inner, singles);
    await refreshCampaign(inner, found.campaignId);
    return { canceled, ...NOTHING_CHANGED, interactions, campaignEntries: 1 };
  });
}

/** Its logged segment first: whoever cancels that one goes the same way. */
async function lockCampaignEntry(ctx: TransactionContext, entryNo: number) {
  const { tx, workspaceId } = ctx;
  const wanted = and(eq(campaignEntries.workspaceId, workspaceId), eq(campaignEntries.entryNo, entryNo));
  const [row] = await tx
    .select({ loggedSegmentId: campaignEntries.loggedSegmentId })
    .from(campaignEntries)
    .where(wanted);
  if (!row) throw new NotFoundError('campaign_entry_not_found', { no: entryNo });
  const [logged] =
    row.loggedSegmentId === null
      ? []
      : await tx
          .select({
            id: loggedSegments.id,
            entryNo: loggedSegments.entryNo,
            canceled: loggedSegments.canceled,
          })
          .from(loggedSegments)
          .where(and(eq(loggedSegments.workspaceId, workspaceId), eq(loggedSegments.id, row.loggedSegmentId)))
          .for('share');
  const [found] = await tx.select().from(campaignEntries).where(wanted).for('update');
  if (!found) throw new NotFoundError('campaign_entry_not_found', { no: entryNo });
  return { ...found, logged };
}
