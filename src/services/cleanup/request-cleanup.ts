import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { enqueue } from '../../core/jobs.ts';
import { once } from '../../core/once.ts';
import { requireAdmin } from '../../core/permissions.ts';
import { cleanupWish } from './kinds.ts';

const requestCleanupInput = cleanupWish.extend({
  requestKey: z.string().max(200).optional(),
});

/**
 * Has a job clear away what is canceled (`domain.md` §4.11); it tells the admin who asked how much that was.
 * @throws ForbiddenError admins_only
 */
export async function requestCleanup(
  ctx: MemberContext,
  input: z.input<typeof requestCleanupInput>,
): Promise<{ runId: string }> {
  requireAdmin(ctx);
  const { kinds, dated, requestKey } = requestCleanupInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const runId = randomUUID();
    const { workspaceId, tx } = inner;
    const { slackUserId, memberId } = ctx.actor;
    await audit(inner, {
      action: 'cleanup.request',
      subject: 'cleanup',
      subjectId: runId,
      detail: { kinds, dated },
    });
    await enqueue(
      tx,
      'clean-up',
      { workspaceId, runId, kinds, dated, slackUserId, memberId },
      // Two at once would only wait for each other.
      { queue: `clean-up:${workspaceId}` },
    );
    return { runId };
  });
}
