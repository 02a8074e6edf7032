import { and, asc, desc, eq, like, ne, sql } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { segments } from '../../db/schema/index.ts';

/** More would be a list, not a hint. */
const MAX_HINTS = 5;

/**
 * Numbers of segments that somebody who typed a wrong one may have meant: those with the same last digits first
 * (`12` for `SM00012`), then the last changed ones.
 */
export async function nearSegmentNumbers(
  ctx: Context,
  typed: string,
): Promise<{ no: string; description: string }[]> {
  requireInsider(ctx);
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '');
  const ending = digits ? like(segments.no, `%${digits}`) : sql`false`;
  return executor(ctx)
    .select({ no: segments.no, description: segments.description })
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), ne(segments.state, 'deleted')))
    .orderBy(desc(ending), desc(segments.changedAt), asc(segments.no))
    .limit(MAX_HINTS);
}
