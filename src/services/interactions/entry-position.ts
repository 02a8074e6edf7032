import { and, count, eq, lt } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { interactionLogEntries as entry } from '../../db/schema/index.ts';

/** Which one an entry is among those of its logged segment, 1 for the first. */
export async function entryPosition(
  ctx: Context,
  input: { loggedSegmentId: number; entryId: number },
): Promise<number> {
  requireInsider(ctx);
  const [before] = await executor(ctx)
    .select({ value: count() })
    .from(entry)
    .where(
      and(
        eq(entry.workspaceId, ctx.workspaceId),
        eq(entry.loggedSegmentId, input.loggedSegmentId),
        lt(entry.id, input.entryId),
      ),
    );
  return (before?.value ?? 0) + 1;
}
