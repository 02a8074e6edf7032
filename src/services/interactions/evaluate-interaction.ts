import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { interactionLogEntries } from '../../db/schema/index.ts';
import { EVALUATIONS } from './interaction-input.ts';
import { lockLogged } from './lock-logged.ts';
import { refreshSingles } from './refresh-log.ts';

const evaluateInput = z.object({ entryId: z.number().int(), evaluation: z.enum(EVALUATIONS) });

/**
 * Says how an interaction went, in one of five values (`domain.md` §4.10). Everybody may, and again.
 * @throws NotFoundError interaction_not_found
 * @throws ConflictError interaction_canceled
 */
export async function evaluateInteraction(
  ctx: MemberContext,
  input: z.input<typeof evaluateInput>,
): Promise<void> {
  requireInsider(ctx);
  const { entryId, evaluation } = evaluateInput.parse(input);
  await inTransaction(ctx, async (inner) => {
    const { evaluation: before } = await lockLogged(inner, entryId);
    if (before === evaluation) return;
    const entry = interactionLogEntries;
    await inner.tx
      .update(entry)
      .set({ evaluation })
      .where(and(eq(entry.workspaceId, inner.workspaceId), eq(entry.id, entryId)));
    const detail = { before, after: evaluation };
    await audit(inner, {
      action: 'interaction.evaluate',
      subject: 'interaction',
      subjectId: entryId,
      detail,
    });
    await refreshSingles(inner, [entryId]);
  });
}
