import { and, eq } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { interactionLogEntries } from '../../db/schema/index.ts';
import { lockPostponed, replaceComment } from './postponed.ts';
import type { ResolvedInteraction } from './resolve-interaction.ts';

/**
 * Writes a log entry, or writes over a postponed one of the member's own.
 * @returns its id
 * @throws NotFoundError, ConflictError as `lockPostponed`
 */
export async function writeInteraction(
  ctx: MemberContext & TransactionContext,
  values: ResolvedInteraction,
  { entryId, postponed, comment }: { entryId: number | undefined; postponed: boolean; comment: string },
): Promise<number> {
  const { workspaceId, tx } = ctx;
  const { memberId } = ctx.actor;
  const row = { ...values, postponed, memberId, loggedAt: ctx.now() };
  const entry = interactionLogEntries;
  if (entryId !== undefined) {
    await lockPostponed(ctx, entryId);
    await tx
      .update(entry)
      .set(row)
      .where(and(eq(entry.workspaceId, workspaceId), eq(entry.id, entryId)));
    await replaceComment(ctx, entryId, comment);
    return entryId;
  }
  const [written] = await tx
    .insert(entry)
    .values({ workspaceId, ...row })
    .returning({ id: entry.id });
  if (!written) throw new Error('The interaction was not written.');
  await replaceComment(ctx, written.id, comment);
  return written.id;
}
