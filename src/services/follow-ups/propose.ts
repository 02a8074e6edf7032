import { and, eq, lte } from 'drizzle-orm';
import { type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import { enqueue, type JobOptions } from '../../core/jobs.ts';
import { post, refreshPosts } from '../../core/posts.ts';
import { followUpProposals, members } from '../../db/schema/index.ts';

/** Has a job propose it when the time has come. */
export const queueProposal = (ctx: TransactionContext, proposalId: number, dueAt: Date): Promise<void> =>
  queue(ctx, proposalId, { runAt: dueAt });

const queue = (ctx: TransactionContext, proposalId: number, when: Pick<JobOptions, 'runAt' | 'delay'>) =>
  enqueue(
    ctx.tx,
    'propose-follow-up',
    { workspaceId: ctx.workspaceId, proposalId },
    { key: `follow-up:${ctx.workspaceId}:${proposalId}`, ...when },
  );

/**
 * Proposes a follow-up to whoever wished to be reminded, once: what was answered, dismissed or put off meanwhile is
 * left alone. One whose time has not come has a job again for then.
 * @returns whether it was proposed just now
 */
export function proposeFollowUp(ctx: Context, input: { proposalId: number }): Promise<boolean> {
  return inTransaction(ctx, async (inner) => {
    const { tx, workspaceId } = inner;
    const [proposed] = await tx
      .update(followUpProposals)
      .set({ status: 'proposed' })
      .where(
        and(
          eq(followUpProposals.workspaceId, workspaceId),
          eq(followUpProposals.id, input.proposalId),
          eq(followUpProposals.status, 'waiting'),
          lte(followUpProposals.dueAt, inner.now()),
        ),
      )
      .returning();
    if (!proposed) {
      await queueAgain(inner, input.proposalId);
      return false;
    }
    const [member] = await tx
      .select({ slackUserId: members.slackUserId })
      .from(members)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, proposed.memberId)));
    if (!member) throw new Error(`Member ${proposed.memberId} is missing.`);
    const due = proposed.dueAt.toISOString();
    // A new message, because an edited one tells nobody.
    await post(inner, {
      key: `follow-up:${proposed.id}:${due}`,
      subject: `follow-up:${proposed.id}`,
      channel: member.slackUserId,
      content: { kind: 'follow-up', proposalId: proposed.id, due },
    });
    await refreshPosts(inner, `follow-up:${proposed.id}`);
    return true;
  });
}

/** The queue goes by the database's clock, which may be ahead of ours: as a time from now, it is not too early again. */
async function queueAgain(ctx: TransactionContext, proposalId: number): Promise<void> {
  const [waiting] = await ctx.tx
    .select({ dueAt: followUpProposals.dueAt })
    .from(followUpProposals)
    .where(
      and(
        eq(followUpProposals.workspaceId, ctx.workspaceId),
        eq(followUpProposals.id, proposalId),
        eq(followUpProposals.status, 'waiting'),
      ),
    )
    .for('update');
  if (!waiting) return;
  await queue(ctx, proposalId, { delay: Math.max(0, waiting.dueAt.getTime() - ctx.now().getTime()) });
}
