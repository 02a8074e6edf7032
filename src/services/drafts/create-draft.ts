import { and, eq, lt } from 'drizzle-orm';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { drafts } from '../../db/schema/index.ts';
import { DRAFT_DAYS } from './draft.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Keeps what a person has filled in so far, and throws away what they left behind days ago.
 * @param input.content anything that survives JSON
 * @returns the draft's id
 * @throws ForbiddenError outsider
 */
export function createDraft(ctx: MemberContext, input: { kind: string; content: unknown }): Promise<number> {
  requireInsider(ctx);
  return inTransaction(ctx, async ({ tx, workspaceId, actor: { memberId }, now }) => {
    await tx
      .delete(drafts)
      .where(
        and(
          eq(drafts.workspaceId, workspaceId),
          eq(drafts.memberId, memberId),
          lt(drafts.changedAt, new Date(now().getTime() - DRAFT_DAYS * DAY)),
        ),
      );
    const [row] = await tx
      .insert(drafts)
      .values({
        workspaceId,
        memberId,
        kind: input.kind,
        data: { pressedAt: 0, content: input.content },
        changedAt: now(),
      })
      .returning({ id: drafts.id });
    if (!row) throw new Error('The draft was not written.');
    return row.id;
  });
}
