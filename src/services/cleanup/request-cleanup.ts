import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { enqueue } from '../../core/jobs.ts';
import { once } from '../../core/once.ts';
import { requireAdmin } from '../../core/permissions.ts';
import {
  CLEANUP_KINDS,
  type CleanupCounts,
  type CleanupWish,
  type Confirmed,
  cleanupCounts,
  cleanupWish,
  confirmedIds,
} from './kinds.ts';
import { deletable } from './which.ts';

const requestCleanupInput = cleanupWish.extend({
  /** How much the person was shown; left out: whatever it is. */
  counts: cleanupCounts.optional(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Has a job clear away what is canceled now (`domain.md` §4.11), and nothing that is canceled later; it tells the admin
 * who asked how much that was.
 * @returns the run; null, where there is not as much as the person was shown, with how much there is
 * @throws ForbiddenError admins_only
 */
export async function requestCleanup(
  ctx: MemberContext,
  input: z.input<typeof requestCleanupInput>,
): Promise<{ runId: string | null; counts: CleanupCounts }> {
  requireAdmin(ctx);
  const { kinds, dated, counts: shown, requestKey } = requestCleanupInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { counts, confirmed } = await confirm(inner, { kinds, dated });
    if (shown && CLEANUP_KINDS.some((kind) => counts[kind] !== shown[kind])) return { runId: null, counts };
    const runId = randomUUID();
    const { workspaceId, tx } = inner;
    const { slackUserId, memberId } = ctx.actor;
    await audit(inner, {
      action: 'cleanup.request',
      subject: 'cleanup',
      subjectId: runId,
      detail: { kinds, dated, counts, confirmed },
    });
    await enqueue(
      tx,
      'clean-up',
      { workspaceId, runId, slackUserId, memberId },
      // Two at once would only wait for each other.
      { queue: `clean-up:${workspaceId}` },
    );
    return { runId, counts };
  });
}

const rows = z.array(z.object({ kind: z.enum(CLEANUP_KINDS), count: z.coerce.number(), ids: z.string() }));

/** What there is to delete at one moment: how much, and which. */
async function confirm(
  { tx, workspaceId }: TransactionContext,
  wish: CleanupWish,
): Promise<{ counts: CleanupCounts; confirmed: Confirmed }> {
  const which = deletable(workspaceId, wish);
  const each = CLEANUP_KINDS.map(
    (kind) => sql`
      select ${kind}::text as kind, count(*) as count,
        coalesce(range_agg(int8range(id, id, '[]')), '{}')::text as ids
      from (${which[kind]}) x`,
  );
  const found = rows.parse(await tx.execute(sql.join(each, sql` union all `)));
  return {
    counts: cleanupCounts.parse(Object.fromEntries(found.map(({ kind, count }) => [kind, count]))),
    confirmed: confirmedIds.parse(Object.fromEntries(found.map(({ kind, ids }) => [kind, ids]))),
  };
}
