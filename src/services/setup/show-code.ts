import { and, eq } from 'drizzle-orm';
import { executor, type MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';
import { type CodeListName, listTables } from './code-lists.ts';

/** One interaction group or campaign status. @throws ForbiddenError organizers_only @throws NotFoundError code_not_found */
export async function showCode(
  ctx: MemberContext,
  { list, code }: { list: CodeListName; code: string },
): Promise<{ code: string; description: string }> {
  await requireOrganizer(ctx);
  const table = listTables[list];
  const [found] = await executor(ctx)
    .select({ code: table.code, description: table.description })
    .from(table)
    .where(and(eq(table.workspaceId, ctx.workspaceId), eq(table.code, code)));
  if (!found) throw new NotFoundError('code_not_found', { code });
  return found;
}
