import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { allowLong, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaignEntries, interactionLogEntries as entry, loggedSegments } from '../../db/schema/index.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { refreshCards } from '../segments/refresh-cards.ts';
import { type Canceled, NOTHING_CHANGED, wantedState } from './cancel-types.ts';
import { requireMayCancelLogged } from './may-cancel.ts';
import { refreshLog } from './refresh-log.ts';

const cancelLoggedInput = z.object({ entryNo: z.number().int(), ...wantedState });

/**
 * Cancels a logged segment with its campaign entries and all its interactions, or lets them all count again, also those
 * that were canceled one by one before (`domain.md` §4.11).
 * @throws NotFoundError logged_segment_not_found
 * @throws ForbiddenError cancel_forbidden
 */
export async function cancelLoggedSegment(
  ctx: MemberContext,
  input: z.input<typeof cancelLoggedInput>,
): Promise<Canceled> {
  requireInsider(ctx);
  const { entryNo, canceled, requestKey } = cancelLoggedInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { tx, workspaceId } = inner;
    await allowLong(inner);
    const [logged] = await tx
      .select()
      .from(loggedSegments)
      .where(and(eq(loggedSegments.workspaceId, workspaceId), eq(loggedSegments.entryNo, entryNo)))
      .for('update');
    if (!logged) throw new NotFoundError('logged_segment_not_found', { no: entryNo });
    await requireMayCancelLogged(inner, logged.id);
    if (logged.canceled === canceled) return { canceled, ...NOTHING_CHANGED };
    const counts = await setCanceled(inner, logged.id, canceled);
    await audit(inner, {
      action: canceled ? 'logged-segment.cancel' : 'logged-segment.uncancel',
      subject: 'logged-segment',
      subjectId: entryNo,
      detail: counts,
    });
    await refreshLog(inner, logged.id);
    await refreshCards(inner, logged.segmentId);
    return { canceled, ...NOTHING_CHANGED, ...counts, loggedSegments: 1 };
  });
}

async function setCanceled(ctx: TransactionContext, id: number, canceled: boolean) {
  const { tx, workspaceId } = ctx;
  await tx
    .update(loggedSegments)
    .set({ canceled })
    .where(and(eq(loggedSegments.workspaceId, workspaceId), eq(loggedSegments.id, id)));
  const ofCampaigns = await tx
    .update(campaignEntries)
    .set({ canceled })
    .where(and(eq(campaignEntries.workspaceId, workspaceId), eq(campaignEntries.loggedSegmentId, id)))
    .returning({ campaignId: campaignEntries.campaignId });
  const changed = await tx
    .update(entry)
    .set({ canceled })
    .where(
      and(eq(entry.workspaceId, workspaceId), eq(entry.loggedSegmentId, id), ne(entry.canceled, canceled)),
    );
  for (const { campaignId } of ofCampaigns) await refreshCampaign(ctx, campaignId);
  return { interactions: changed.count, campaignEntries: ofCampaigns.length };
}
