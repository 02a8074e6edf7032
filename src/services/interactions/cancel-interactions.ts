import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { interactionLogEntries as entry } from '../../db/schema/index.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { type Canceled, NOTHING_CHANGED } from './cancel-types.ts';
import { requireFree } from './canceled-above.ts';
import { requireMayCancelEntries } from './may-cancel.ts';
import { refreshLog, refreshSingles } from './refresh-log.ts';
import { removeUniqueAttachments } from './unique-attachments.ts';

const cancelInteractionsInput = z.object({
  /** In the order they were shown in: the first one's state decides. */
  entryIds: z.array(z.number().int()).min(1).max(100),
  /** Whether the first was canceled when the person chose; left out: as it is now. */
  seen: z.boolean().optional(),
  /** Removes the attachments that no other entry, template or segment uses; that cannot be taken back. */
  removeAttachments: z.boolean().default(false),
  requestKey: z.string().max(200).optional(),
});

/**
 * Cancels interactions, or lets them count again: all become what the first one is not (`domain.md` §4.11). Asked for
 * again with what was seen then, it changes nothing more.
 * @throws NotFoundError interaction_not_found
 * @throws ForbiddenError cancel_forbidden, cancel_forbidden_some
 * @throws ConflictError logged_segment_canceled, campaign_entry_canceled: nothing below those counts
 */
export async function cancelInteractions(
  ctx: MemberContext,
  input: z.input<typeof cancelInteractionsInput>,
): Promise<Canceled> {
  requireInsider(ctx);
  const { requestKey, ...wanted } = cancelInteractionsInput.parse(input);
  return once(ctx, requestKey, (inner) => carryOut(inner, wanted));
}

async function carryOut(
  ctx: MemberContext & TransactionContext,
  wanted: Omit<z.output<typeof cancelInteractionsInput>, 'requestKey'>,
): Promise<Canceled> {
  const { tx, workspaceId } = ctx;
  const ids = [...new Set(wanted.entryIds)];
  const chosen = and(
    eq(entry.workspaceId, workspaceId),
    inArray(entry.id, ids),
    // What is still to be completed is deleted instead.
    eq(entry.postponed, false),
  );
  // What they belong to is locked before they are: whoever cancels that goes the same way.
  const isFree = await requireFree(ctx, ids);
  const rows = await tx.select().from(entry).where(chosen).orderBy(asc(entry.id)).for('update');
  const first = rows.find(({ id }) => id === ids[0]);
  if (!first || rows.length < ids.length) throw new NotFoundError('interaction_not_found');
  await requireMayCancelEntries(ctx, ids);
  const canceled = !(wanted.seen ?? first.canceled);
  if (!canceled) isFree();
  const changed = await tx
    .update(entry)
    .set({ canceled })
    .where(and(chosen, ne(entry.canceled, canceled)))
    .returning({ id: entry.id, loggedSegmentId: entry.loggedSegmentId, campaignId: entry.campaignId });
  const attachments = canceled && wanted.removeAttachments ? await removeUniqueAttachments(ctx, ids) : 0;
  if (changed.length + attachments === 0) return { canceled, ...NOTHING_CHANGED };
  await audit(ctx, {
    action: canceled ? 'interaction.cancel' : 'interaction.uncancel',
    subject: 'interaction',
    subjectId: first.id,
    detail: { ids: changed.map(({ id }) => id), attachments },
  });
  await refresh(ctx, changed);
  return { canceled, ...NOTHING_CHANGED, interactions: changed.length, attachments };
}

async function refresh(
  ctx: TransactionContext,
  changed: { id: number; loggedSegmentId: number | null; campaignId: number | null }[],
): Promise<void> {
  for (const [loggedSegmentId, ids] of byLoggedSegment(changed)) await refreshLog(ctx, loggedSegmentId, ids);
  await refreshSingles(
    ctx,
    changed.map(({ id }) => id),
  );
  const campaignIds = new Set(changed.flatMap(({ campaignId }) => campaignId ?? []));
  for (const campaignId of campaignIds) await refreshCampaign(ctx, campaignId);
}

function byLoggedSegment(changed: { id: number; loggedSegmentId: number | null }[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { id, loggedSegmentId } of changed) {
    if (loggedSegmentId !== null) found.set(loggedSegmentId, [...(found.get(loggedSegmentId) ?? []), id]);
  }
  return found;
}
