import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { type Context, executor, type MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { interactionComments, members } from '../../db/schema/index.ts';
import { checkComment } from './interaction-input.ts';
import { lockLogged } from './lock-logged.ts';
import { refreshSingles } from './refresh-log.ts';

const commentInput = z.object({
  entryId: z.number().int(),
  comment: z.string().trim(),
  requestKey: z.string().optional(),
});

/**
 * Notes something about an interaction, at most 1,000 characters. Business Central keeps a sheet of comment lines of 80
 * characters each per entry (`domain.md` §4.10); one comment here holds several of them.
 * @throws NotFoundError interaction_not_found
 * @throws ConflictError interaction_canceled
 * @throws InvalidError text_missing, too_long on `comment`
 */
export async function addComment(ctx: MemberContext, input: z.input<typeof commentInput>): Promise<void> {
  requireInsider(ctx);
  const { entryId, comment, requestKey } = commentInput.parse(input);
  if (comment === '')
    throw new InvalidError('text_missing', {}, [{ field: 'comment', code: 'text_missing' }]);
  checkComment(comment);
  await once(ctx, requestKey, async (inner) => {
    await lockLogged(inner, entryId);
    const { workspaceId, tx, actor } = inner;
    await tx
      .insert(interactionComments)
      .values({ workspaceId, entryId, comment, memberId: actor.memberId, at: inner.now() });
    await audit(inner, { action: 'interaction.comment', subject: 'interaction', subjectId: entryId });
    await refreshSingles(inner, [entryId]);
  });
}

export interface InteractionComment {
  comment: string;
  by: { slackUserId: string; name: string };
  at: Date;
}

/** What was noted about an interaction, in that order. */
export async function listComments(ctx: Context, input: { entryId: number }): Promise<InteractionComment[]> {
  requireInsider(ctx);
  return executor(ctx)
    .select({
      comment: interactionComments.comment,
      by: { slackUserId: members.slackUserId, name: members.name },
      at: interactionComments.at,
    })
    .from(interactionComments)
    .innerJoin(
      members,
      and(
        eq(members.workspaceId, interactionComments.workspaceId),
        eq(members.id, interactionComments.memberId),
      ),
    )
    .where(
      and(
        eq(interactionComments.workspaceId, ctx.workspaceId),
        eq(interactionComments.entryId, input.entryId),
      ),
    )
    .orderBy(asc(interactionComments.id));
}
