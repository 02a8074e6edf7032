import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireAdmin } from '../../core/permissions.ts';
import { CLEANUP_KINDS, type CleanupCounts, cleanupCounts, cleanupWish } from './kinds.ts';
import { deletable } from './which.ts';

const rows = z.array(z.object({ kind: z.enum(CLEANUP_KINDS), count: z.coerce.number() }));

/**
 * How much a clean-up would delete as things are (`domain.md` §4.11), for an admin to see first: interactions that go
 * with their campaign entry are counted in, once.
 * @throws ForbiddenError admins_only
 */
export async function countCanceled(
  ctx: MemberContext,
  input: z.input<typeof cleanupWish> = { kinds: [...CLEANUP_KINDS] },
): Promise<CleanupCounts> {
  requireAdmin(ctx);
  const wish = cleanupWish.parse(input);
  const which = deletable(ctx.workspaceId, wish);
  const each = CLEANUP_KINDS.map(
    (kind) => sql`select ${kind}::text as kind, count(*) as count from (${which[kind]}) x`,
  );
  const found = rows.parse(await executor(ctx).execute(sql.join(each, sql` union all `)));
  return cleanupCounts.parse(Object.fromEntries(found.map(({ kind, count }) => [kind, count])));
}
