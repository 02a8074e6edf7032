import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { segments } from '../../db/schema/index.ts';

/** What a log that is deleted was of. @throws NotFoundError segment_not_found */
export async function showGone(
  ctx: Context,
  { segmentId }: { segmentId: number },
): Promise<{ segmentNo: string; description: string }> {
  const [found] = await executor(ctx)
    .select({ segmentNo: segments.no, description: segments.description })
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, segmentId)));
  if (!found) throw new NotFoundError('segment_not_found', { no: '' });
  return found;
}
