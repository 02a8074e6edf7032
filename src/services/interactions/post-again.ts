import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { deliver, refreshPosts } from '../../core/posts.ts';
import { channelPosts, loggedSegments, logRuns } from '../../db/schema/index.ts';

const postAgainInput = z.object({ runId: z.number().int() });

/**
 * Tries anew to post the log of a run that Slack had refused for good, as after the app was invited to the channel.
 * @returns how many messages and files were waiting for it
 * @throws NotFoundError logged_segment_not_found when the run logged nothing
 */
export async function postAgain(
  ctx: MemberContext,
  input: z.infer<typeof postAgainInput>,
): Promise<{ waiting: number }> {
  requireInsider(ctx);
  const { runId } = postAgainInput.parse(input);
  return inTransaction(ctx, async (inner) => {
    const { tx, workspaceId } = inner;
    const [logged] = await tx
      .select({ id: loggedSegments.id, entryNo: loggedSegments.entryNo, channel: loggedSegments.channel })
      .from(logRuns)
      .innerJoin(
        loggedSegments,
        and(
          eq(loggedSegments.workspaceId, logRuns.workspaceId),
          eq(loggedSegments.segmentId, logRuns.segmentId),
        ),
      )
      .where(and(eq(logRuns.workspaceId, workspaceId), eq(logRuns.id, runId), eq(logRuns.status, 'done')));
    if (!logged) throw new NotFoundError('logged_segment_not_found', { no: '' });
    const failed = await tx
      .update(channelPosts)
      .set({ status: 'waiting', error: null, attempts: 0 })
      .where(
        and(
          eq(channelPosts.workspaceId, workspaceId),
          eq(channelPosts.subject, `logged-segment:${logged.id}`),
          eq(channelPosts.status, 'failed'),
        ),
      )
      .returning({ id: channelPosts.id });
    if (failed.length === 0) return { waiting: 0 };
    await deliver(inner, logged.channel);
    await refreshPosts(inner, `run:${runId}`);
    await audit(inner, {
      action: 'log.post-again',
      subject: 'logged-segment',
      subjectId: logged.entryNo,
      detail: { runId, waiting: failed.length },
    });
    return { waiting: failed.length };
  });
}
