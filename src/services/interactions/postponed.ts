import { and, eq } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { ConflictError, NotFoundError } from '../../core/errors.ts';
import { interactionComments, interactionLogEntries } from '../../db/schema/index.ts';

type Writing = MemberContext & TransactionContext;

/**
 * Keeps a postponed interaction from being completed twice at once. Each member has their own.
 * @throws NotFoundError interaction_not_found
 * @throws ConflictError interaction_resumed
 */
export async function lockPostponed(ctx: Writing, entryId: number): Promise<void> {
  const [entry] = await ctx.tx
    .select({ postponed: interactionLogEntries.postponed })
    .from(interactionLogEntries)
    .where(
      and(
        eq(interactionLogEntries.workspaceId, ctx.workspaceId),
        eq(interactionLogEntries.id, entryId),
        eq(interactionLogEntries.memberId, ctx.actor.memberId),
      ),
    )
    .for('update');
  if (!entry) throw new NotFoundError('interaction_not_found');
  if (!entry.postponed) throw new ConflictError('interaction_resumed');
}

/** As long as it is postponed, an interaction has the one comment that stands in its form. */
export async function replaceComment(ctx: Writing, entryId: number, comment: string): Promise<void> {
  const { workspaceId, tx } = ctx;
  await tx
    .delete(interactionComments)
    .where(and(eq(interactionComments.workspaceId, workspaceId), eq(interactionComments.entryId, entryId)));
  if (comment === '') return;
  await tx
    .insert(interactionComments)
    .values({ workspaceId, entryId, comment, memberId: ctx.actor.memberId, at: ctx.now() });
}
