import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { loggedSegments, logRuns } from '../../db/schema/index.ts';
import { doneRun } from '../interactions/done-run.ts';
import { type SendingState, sendingState } from './status.ts';

/**
 * How far the sending of a logged segment's attachments is (`domain.md` §4.8 step 10); null where it was logged without
 * sending any.
 */
export async function showSending(
  ctx: Context,
  { loggedSegmentId }: { loggedSegmentId: number },
): Promise<SendingState | null> {
  requireInsider(ctx);
  const [run] = await executor(ctx)
    .select({ id: logRuns.id })
    .from(loggedSegments)
    .innerJoin(logRuns, and(doneRun, eq(logRuns.sendAttachments, true)))
    .where(and(eq(loggedSegments.workspaceId, ctx.workspaceId), eq(loggedSegments.id, loggedSegmentId)));
  return run ? sendingState(ctx, loggedSegmentId) : null;
}
