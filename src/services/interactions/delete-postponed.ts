import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { interactionLogEntries } from '../../db/schema/index.ts';
import { lockPostponed } from './postponed.ts';

const deleteInput = z.object({ entryId: z.number().int() });

/**
 * Gives up a postponed interaction of the member's own, with its comment.
 * @throws NotFoundError interaction_not_found
 * @throws ConflictError interaction_resumed
 */
export async function deletePostponed(ctx: MemberContext, input: z.input<typeof deleteInput>): Promise<void> {
  requireInsider(ctx);
  const { entryId } = deleteInput.parse(input);
  await inTransaction(ctx, async (inner) => {
    await lockPostponed(inner, entryId);
    const entry = interactionLogEntries;
    await inner.tx.delete(entry).where(and(eq(entry.workspaceId, inner.workspaceId), eq(entry.id, entryId)));
    await audit(inner, {
      action: 'interaction.delete-postponed',
      subject: 'interaction',
      subjectId: entryId,
    });
  });
}
