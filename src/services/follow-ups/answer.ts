import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { refreshPosts } from '../../core/posts.ts';
import { followUpProposals } from '../../db/schema/index.ts';
import { findLogged, tellOfFollowUp } from './find-logged.ts';
import { queueProposal } from './propose.ts';
import { writeFollowUp } from './write.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

const answerInput = z.object({
  proposalId: z.number().int(),
  /** `later`: proposed again in a week. */
  answer: z.enum(['create', 'dismiss', 'later']),
});

type Proposal = typeof followUpProposals.$inferSelect;

/**
 * Answers a proposal of one's own. The first answer counts; a second press changes nothing, and the message shows
 * what became of it.
 * @throws NotFoundError follow_up_not_found
 * @throws InvalidError follow_up_empty when nobody has that outcome any more; then it stays as it is
 */
export function answerProposal(ctx: MemberContext, input: z.input<typeof answerInput>): Promise<void> {
  requireInsider(ctx);
  const { proposalId, answer } = answerInput.parse(input);
  return inTransaction(ctx, async (inner) => {
    const proposal = await lockProposal(inner, proposalId);
    const open = proposal.status === 'waiting' || proposal.status === 'proposed';
    if (open) await carryOut(inner, proposal, answer);
    await refreshPosts(inner, `follow-up:${proposalId}`);
  });
}

async function lockProposal(ctx: MemberContext & TransactionContext, id: number): Promise<Proposal> {
  const [proposal] = await ctx.tx
    .select()
    .from(followUpProposals)
    .where(
      and(
        eq(followUpProposals.workspaceId, ctx.workspaceId),
        eq(followUpProposals.id, id),
        eq(followUpProposals.memberId, ctx.actor.memberId),
      ),
    )
    .for('update');
  if (!proposal) throw new NotFoundError('follow_up_not_found');
  return proposal;
}

async function carryOut(
  ctx: MemberContext & TransactionContext,
  proposal: Proposal,
  answer: 'create' | 'dismiss' | 'later',
): Promise<void> {
  const change = (values: Partial<Proposal>) =>
    ctx.tx
      .update(followUpProposals)
      .set(values)
      .where(and(eq(followUpProposals.workspaceId, ctx.workspaceId), eq(followUpProposals.id, proposal.id)));
  switch (answer) {
    case 'create': {
      const { logged, segment } = await findLogged(ctx, { id: proposal.loggedSegmentId });
      const { outcome, description } = proposal;
      const { id } = await writeFollowUp(ctx, { logged, segment, outcome, description });
      await tellOfFollowUp(ctx, logged);
      await change({ status: 'created', segmentId: id });
      break;
    }
    case 'dismiss':
      await change({ status: 'dismissed' });
      break;
    case 'later': {
      // A second press would put it off by two.
      if (proposal.status === 'waiting') return;
      const dueAt = new Date(ctx.now().getTime() + WEEK_MS);
      await change({ status: 'waiting', dueAt });
      await queueProposal(ctx, proposal.id, dueAt);
    }
  }
  await audit(ctx, {
    action: `follow-up.${answer}`,
    subject: 'follow-up',
    subjectId: proposal.id,
    detail: { loggedSegmentId: proposal.loggedSegmentId },
  });
}
