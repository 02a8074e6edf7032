import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { allowLong, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { ConflictError, InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { interactionLogEntries as entry, loggedSegments } from '../../db/schema/index.ts';
import { findLogged } from '../follow-ups/find-logged.ts';
import { refreshRuns } from '../interactions/refresh-runs.ts';
import { queueSending } from './queue.ts';
import { sendable, sendingState, UNSENT } from './status.ts';

const resendInput = z.object({
  entryNo: z.number().int(),
  /** Only what failed was asked for: if that is sent by now, nothing is sent twice. */
  onlyFailed: z.boolean().default(false),
  requestKey: z.string().min(1).max(200),
});

/**
 * Sends attachments of a logged segment once more: those that could not be sent, or all where there are none; what was
 * canceled is not (`domain.md` §4.8 step 10).
 * @returns how many
 * @throws NotFoundError logged_segment_not_found
 * @throws ConflictError sending_under_way
 * @throws InvalidError nothing_to_send
 */
export async function resendAttachments(
  ctx: MemberContext,
  input: z.input<typeof resendInput>,
): Promise<{ count: number }> {
  requireInsider(ctx);
  const { entryNo, onlyFailed, requestKey } = resendInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    await allowLong(inner);
    const { logged } = await findLogged(inner, { entryNo });
    await hold(inner, logged.id);
    const { underWay, failed } = await sendingState(inner, logged.id);
    if (underWay > 0) throw new ConflictError('sending_under_way', { count: underWay });
    if (onlyFailed && failed === 0) throw new InvalidError('nothing_to_send');
    const again = await inner.tx
      .update(entry)
      .set({ deliveryStatus: 'in-progress' })
      .where(and(sendable(inner, logged.id), failed > 0 ? inArray(entry.deliveryStatus, UNSENT) : undefined));
    const { count } = again;
    if (count === 0) throw new InvalidError('nothing_to_send');
    await queueSending(inner, {
      loggedSegmentId: logged.id,
      memberId: inner.actor.memberId,
      round: requestKey,
    });
    await refreshRuns(inner, [logged.id]);
    await audit(inner, {
      action: 'attachments.resend',
      subject: 'logged-segment',
      subjectId: entryNo,
      detail: { count },
    });
    return { count };
  });
}

/** Two who ask at once: the second waits here, and finds it under way. */
async function hold(ctx: TransactionContext, loggedSegmentId: number): Promise<void> {
  await ctx.tx
    .select({ id: loggedSegments.id })
    .from(loggedSegments)
    .where(and(eq(loggedSegments.workspaceId, ctx.workspaceId), eq(loggedSegments.id, loggedSegmentId)))
    .for('no key update');
}
