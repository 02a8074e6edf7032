import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { NOT_GIVEN_UP, refreshPosts } from '../../core/posts.ts';
import { savedCriteria } from '../../db/schema/index.ts';
import { tellDeleted } from '../delivery/tell-deleted.ts';
import { codeTaken, savedCode, savedDescription } from './code.ts';

const key = z.string().max(200).optional();
const renameInput = z.object({ id: z.number(), code: z.string(), description: z.string(), requestKey: key });
const deleteInput = z.object({ id: z.number(), requestKey: key });

const row = (ctx: MemberContext, id: number) =>
  and(eq(savedCriteria.workspaceId, ctx.workspaceId), eq(savedCriteria.id, id));

/**
 * Gives saved criteria another code, or description; messages about them lead to them all the same.
 * @throws NotFoundError saved_criteria_deleted
 * @throws InvalidError code_invalid (field code)
 * @throws ConflictError code_taken
 */
export async function renameCriteria(
  ctx: MemberContext,
  input: z.input<typeof renameInput>,
): Promise<{ code: string }> {
  requireInsider(ctx);
  const wanted = renameInput.parse(input);
  const code = savedCode(wanted.code);
  const description = savedDescription(wanted.description);
  return once(ctx, wanted.requestKey, async (inner) => {
    const [before] = await inner.tx.select().from(savedCriteria).where(row(ctx, wanted.id)).for('update');
    if (!before) throw new NotFoundError('saved_criteria_deleted');
    const [other] = await inner.tx
      .select({ id: savedCriteria.id })
      .from(savedCriteria)
      .where(
        and(
          eq(savedCriteria.workspaceId, ctx.workspaceId),
          eq(savedCriteria.code, code),
          ne(savedCriteria.id, wanted.id),
        ),
      );
    if (other) throw codeTaken(code);
    await inner.tx.update(savedCriteria).set({ code, description }).where(row(ctx, wanted.id));
    // Messages that share them show the new name.
    await refreshPosts(inner, `saved-criteria:${wanted.id}`, { only: NOT_GIVEN_UP });
    const detail = { before: before.code };
    await audit(inner, {
      action: 'saved-criteria.rename',
      subject: 'saved-criteria',
      subjectId: code,
      detail,
    });
    return { code };
  });
}

/** Deletes saved criteria; segments made from them stay, messages that share them say so. @throws NotFoundError saved_criteria_deleted */
export async function deleteCriteria(
  ctx: MemberContext,
  input: z.input<typeof deleteInput>,
): Promise<{ code: string }> {
  requireInsider(ctx);
  const { id, requestKey } = deleteInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const [gone] = await inner.tx
      .delete(savedCriteria)
      .where(row(ctx, id))
      .returning({ code: savedCriteria.code, description: savedCriteria.description });
    if (!gone) throw new NotFoundError('saved_criteria_deleted');
    const { code, description } = gone;
    await tellDeleted(inner, [`saved-criteria:${id}`], { what: 'saved-criteria', name: code, description });
    await audit(inner, {
      action: 'saved-criteria.delete',
      subject: 'saved-criteria',
      subjectId: code,
    });
    return { code };
  });
}
