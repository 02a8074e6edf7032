import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { post } from '../../core/posts.ts';
import { followUpProposals } from '../../db/schema/index.ts';
import { callBackTime } from '../call-lists/call-back-time.ts';
import { checkFields } from '../segments/field-input.ts';
import { findLogged } from './find-logged.ts';
import { OUTCOMES } from './outcomes.ts';
import { queueProposal } from './propose.ts';

const scheduleInput = z.object({
  entryNo: z.number().int(),
  outcome: z.enum(OUTCOMES).default('all'),
  /** Of the segment to be; blank: that it follows up on the one logged. */
  description: z.string().trim().default(''),
  /** In words, in the member's language and zone: “in 3 weeks”. A day alone means nine in the morning. */
  when: z.string().max(100),
  requestKey: z.string().max(200).optional(),
});

/**
 * Has a follow-up proposed to the member some time from now, by direct message; another one says so at once.
 * @returns when, as an ISO instant
 * @throws NotFoundError logged_segment_not_found
 * @throws InvalidError too_long (field description); as `callBackTime`, at field `when`
 */
export async function scheduleFollowUp(
  ctx: MemberContext,
  input: z.input<typeof scheduleInput>,
): Promise<{ proposalId: number; dueAt: string }> {
  requireInsider(ctx);
  const { entryNo, outcome, description, when, requestKey } = scheduleInput.parse(input);
  checkFields({ description });
  const dueAt = callBackTime(ctx, when);
  return once(ctx, requestKey, async (inner) => {
    const { workspaceId, tx, actor } = inner;
    const { logged } = await findLogged(inner, { entryNo });
    const [row] = await tx
      .insert(followUpProposals)
      .values({
        workspaceId,
        loggedSegmentId: logged.id,
        memberId: actor.memberId,
        dueAt,
        outcome,
        description,
        createdAt: inner.now(),
      })
      .returning({ id: followUpProposals.id });
    if (!row) throw new Error('The proposal was not written.');
    await queueProposal(inner, row.id, dueAt);
    await post(inner, {
      key: `follow-up:${row.id}`,
      subject: `follow-up:${row.id}`,
      channel: actor.slackUserId,
      content: { kind: 'follow-up', proposalId: row.id, due: null },
    });
    await audit(inner, {
      action: 'follow-up.schedule',
      subject: 'logged-segment',
      subjectId: entryNo,
      detail: { proposalId: row.id, outcome, dueAt: dueAt.toISOString() },
    });
    return { proposalId: row.id, dueAt: dueAt.toISOString() };
  });
}
