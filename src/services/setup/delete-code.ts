import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';
import { letGo } from '../segments/segments-with.ts';
import { requireUnused, uses } from './code-input.ts';
import { CODE_LISTS, listTables, usesOf } from './code-lists.ts';

const deleteCodeInput = z.object({
  list: z.enum(CODE_LISTS),
  code: z.string(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Deletes an interaction group or a campaign status that is used nowhere; one that is gone already is no problem.
 * @throws ForbiddenError organizers_only
 * @throws ConflictError code_in_use, with how often and where
 */
export async function deleteCode(ctx: MemberContext, input: z.input<typeof deleteCodeInput>): Promise<void> {
  await requireOrganizer(ctx);
  const { list, code, requestKey } = deleteCodeInput.parse(input);
  const table = listTables[list];
  const here = and(eq(table.workspaceId, ctx.workspaceId), eq(table.code, code));
  await once(ctx, requestKey, async (inner) => {
    // Whoever begins to use it meanwhile waits, and finds it gone.
    await inner.tx.select({ code: table.code }).from(table).where(here).for('update');
    const [found] = await inner.tx.execute(sql`select ${usesOf(list, ctx.workspaceId, sql`${code}::text`)}`);
    requireUnused(code, uses.parse(found));
    if (list === 'groups') await letGo(inner, 'group', code);
    const gone = await inner.tx.delete(table).where(here).returning({ code: table.code });
    if (gone.length > 0) await audit(inner, { action: `${list}.delete`, subject: list, subjectId: code });
  });
}
