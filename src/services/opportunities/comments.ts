import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { type Context, executor, type MemberContext } from '../../core/context.ts';
import { asNumber } from '../../core/document-number.ts';
import { InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { members, opportunities, opportunityComments } from '../../db/schema/index.ts';
import { checkComment } from '../interactions/interaction-input.ts';
import { problem } from './fields.ts';
import { lockOpportunity } from './find-opportunity.ts';

const commentInput = z.object({
  opportunityNo: z.string().max(20),
  comment: z.string().trim(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Notes something about an opportunity, closed ones too: as long as a comment on an interaction may be, so that those it
 * came with fit.
 * @throws ForbiddenError outsider
 * @throws NotFoundError opportunity_not_found
 * @throws InvalidError text_missing, too_long on `comment`
 */
export async function addOpportunityComment(
  ctx: MemberContext,
  input: z.input<typeof commentInput>,
): Promise<void> {
  requireInsider(ctx);
  const { opportunityNo, comment, requestKey } = commentInput.parse(input);
  if (comment === '') throw new InvalidError('text_missing', {}, [problem('comment', 'text_missing')]);
  checkComment(comment);
  await once(ctx, requestKey, async (inner) => {
    const { id, no } = await lockOpportunity(inner, opportunityNo);
    const { workspaceId, tx, actor } = inner;
    await tx
      .insert(opportunityComments)
      .values({ workspaceId, opportunityId: id, comment, memberId: actor.memberId, at: inner.now() });
    await audit(inner, { action: 'opportunity.comment', subject: 'opportunity', subjectId: no });
  });
}

export interface OpportunityComment {
  comment: string;
  by: { slackUserId: string; name: string };
  at: Date;
}

/** What was noted about an opportunity, in that order. */
export async function listOpportunityComments(
  ctx: Context,
  input: { no: string },
): Promise<OpportunityComment[]> {
  requireInsider(ctx);
  return executor(ctx)
    .select({
      comment: opportunityComments.comment,
      by: { slackUserId: members.slackUserId, name: members.name },
      at: opportunityComments.at,
    })
    .from(opportunityComments)
    .innerJoin(
      opportunities,
      and(
        eq(opportunities.workspaceId, opportunityComments.workspaceId),
        eq(opportunities.id, opportunityComments.opportunityId),
      ),
    )
    .innerJoin(
      members,
      and(
        eq(members.workspaceId, opportunityComments.workspaceId),
        eq(members.id, opportunityComments.memberId),
      ),
    )
    .where(
      and(eq(opportunityComments.workspaceId, ctx.workspaceId), eq(opportunities.no, asNumber(input.no))),
    )
    .orderBy(asc(opportunityComments.id));
}
